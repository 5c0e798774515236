import { dereference, isObject, object, type JsonObject } from '../../openapi/index.ts';

/** A document's own references are looked at as deep as this. */
const depthMax = 30;

/**
 * References of operations to parts that the document does not have, in AWS's words [rec]: `attribute
 * paths.'/update'(get).responses.200.content.schema.#/components/schemas/Thing is missing`. Media types are left out
 * of the way to it.
 */
export function missingReferences(root: JsonObject): string[] {
  const warnings = new Set<string>();
  for (const [path, item] of Object.entries(object(root['paths']))) {
    for (const [verb, operation] of Object.entries(object(item))) {
      const steps = [`paths.'${path}'(${verb})`];
      look(operation, steps, 0);
    }
  }
  return [...warnings];

  function look(value: unknown, steps: readonly string[], depth: number): void {
    if (depth > depthMax || typeof value !== 'object' || value === null) return;
    const reference = isObject(value) ? value['$ref'] : undefined;
    if (typeof reference === 'string') {
      if (reference.startsWith('#/') && Object.keys(dereference(root, value)).length === 0)
        warnings.add(`Parse issue: attribute ${[...steps, reference].join('.')} is missing`);
      return;
    }
    for (const [name, member] of Object.entries(value)) {
      if (name.startsWith('x-amazon-')) continue;
      look(member, name.includes('/') ? steps : [...steps, name], depth + 1);
    }
  }
}
