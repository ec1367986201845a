// Checks a value against a JSON Schema, as far as ours needs it: https://json-schema.org/draft/2020-12/json-schema-validation

const TYPES = {
  object: (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
  array: Array.isArray,
  string: (value) => typeof value === 'string',
  integer: Number.isInteger,
  boolean: (value) => typeof value === 'boolean',
};

/** All that is wrong, once: `{pointer, fault, …}`, in the order of the schema. */
export function validate(root, value) {
  const found = new Map();
  for (const fault of check(root, value, '')) found.set(`${fault.pointer} ${fault.fault}`, fault);
  return [...found.values()];

  function* check(schema, value, pointer) {
    const wrong = (fault, more) => ({ pointer, fault, ...more });
    if (schema === true) return;
    if (schema === false) return yield wrong('unwanted');
    if (schema.$ref) yield* check(referred(schema.$ref), value, pointer);
    if (schema.type && !TYPES[schema.type](value)) return yield wrong('type', { expected: schema.type });
    yield* checkValue(schema, value, wrong);
    if (Array.isArray(value)) yield* checkList(schema, value, pointer, wrong);
    else if (TYPES.object(value)) yield* checkObject(schema, value, pointer, wrong);
    for (const part of schema.allOf ?? []) yield* check(part, value, pointer);
    yield* checkAny(schema.anyOf ?? schema.oneOf, value, pointer, wrong);
    if (schema.if && passes(schema.if, value)) yield* then(schema, value, pointer);
  }

  function* checkValue(schema, value, wrong) {
    const values = 'const' in schema ? [schema.const] : schema.enum;
    if (values && !values.includes(value)) {
      yield schema.const === false ? wrong('unwanted') : wrong('one-of', { values: values.join(', ') });
    }
    if (schema.not && passes(schema.not, value)) yield wrong('reserved', { value });
    if (TYPES.string(value)) yield* checkString(schema, value, wrong);
    else if (TYPES.integer(value) && value < schema.minimum) yield wrong('too-low', { least: schema.minimum });
    else if (TYPES.integer(value) && value > schema.maximum) yield wrong('too-high', { most: schema.maximum });
  }

  function* checkString(schema, value, wrong) {
    if (schema.pattern && !RegExp(schema.pattern, 'u').test(value)) yield wrong(schema.pattern === '\\S' ? 'blank' : 'name');
    if ([...value].length > schema.maxLength) yield wrong('too-long', { most: schema.maxLength });
  }

  function* checkList(schema, list, pointer, wrong) {
    if (list.length < schema.minItems) yield wrong('too-few', { least: schema.minItems });
    if (list.length > schema.maxItems) yield wrong('too-many', { most: schema.maxItems });
    for (const [index, item] of list.entries()) {
      const of = schema.prefixItems?.[index] ?? schema.items ?? true;
      yield* check(of, item, `${pointer}/${index}`);
    }
  }

  function* checkObject(schema, object, pointer, wrong) {
    for (const name of schema.required ?? []) if (!(name in object)) yield wrong('missing', { name });
    if (Object.keys(object).length < schema.minProperties) yield wrong('too-few', { least: schema.minProperties });
    for (const [name, value] of Object.entries(object)) {
      const place = `${pointer}/${name}`;
      const of = Object.hasOwn(schema.properties ?? {}, name) ? schema.properties[name] : schema.additionalProperties;
      if (of === false && !Object.hasOwn(schema.properties ?? {}, name)) yield { pointer: place, fault: 'unknown', name };
      else yield* check(of ?? true, value, place);
    }
  }

  function* checkAny(schemas, value, pointer, wrong) {
    if (!schemas || schemas.some((schema) => passes(schema, value))) return;
    const values = schemas.filter((schema) => 'const' in schema).map((schema) => schema.const);
    yield values.length === schemas.length ? wrong('one-of', { values: values.join(', ') }) : wrong('value');
  }

  /** Where a field asks for a kind of question, it is the field that is out of place, not the kind. */
  function* then(schema, value, pointer) {
    const field = schema.if.properties ? undefined : schema.if.required?.[0];
    for (const fault of check(schema.then, value, pointer)) {
      yield field && fault.fault === 'one-of' ? { pointer: `${pointer}/${field}`, fault: 'goes-with', values: fault.values } : fault;
    }
  }

  function passes(schema, value) {
    return check(schema, value, '').next().done;
  }

  function referred(reference) {
    return reference.split('/').slice(1).reduce((schema, name) => schema[name], root);
  }
}
