// Prints what aria-query says of roles, states and properties, as JSON.
const { roles, aria } = require(process.argv[1]);

const role = ([name, said]) => ({
  name,
  isAbstract: said.abstract,
  superclasses: [...new Set(said.superClass.flat())],
  nameFrom: said.nameFrom,
  requiresName: said.accessibleNameRequired,
  hasPresentationalChildren: said.childrenPresentational,
  required: Object.keys(said.requiredProps),
  supported: Object.keys(said.props),
  prohibited: said.prohibitedProps,
  context: said.requiredContextRole,
  owned: [...new Set(said.requiredOwnedElements.flat())],
  implicit: Object.entries(said.props).filter(([, value]) => value !== null).map(([name, value]) => [name, `${value}`]),
});
const attribute = ([name, said]) => ({
  name,
  type: said.type,
  values: (said.values || []).map(String),
  allowsUndefined: said.allowundefined || false,
});
console.log(JSON.stringify({ roles: [...roles.entries()].map(role), attributes: [...aria.entries()].map(attribute) }));
