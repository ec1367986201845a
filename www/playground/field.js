// Fields that can be wrong, and the line beside each that says so.

/** Says what is wrong with a field; an empty `fault` says that nothing is. */
export function mark(field, fault) {
  document.getElementById(`${field.id}-wrong`).textContent = fault;
  if (fault) field.setAttribute('aria-invalid', 'true');
  else field.removeAttribute('aria-invalid');
}
