import type { StoredModel } from './records.ts';

type Models = Readonly<Record<string, Pick<StoredModel, 'schema'>>>;

/** References go as deep as this; a schema that refers to itself ends there. */
const depthMax = 20;
/** Values of a flattened schema; one that refers to itself twice would double at every step. */
const valuesMax = 20_000;

interface Budget {
  values: number;
}

/** The schema with those of other models in the place of references to them. */
export function flatten(schema: string, models: Models): string {
  return JSON.stringify(resolveAll(schema, models), null, 2);
}

/** References that are too deep or too many stay as they are. */
function resolveAll(schema: string, models: Models): unknown {
  return resolved(JSON.parse(schema) as unknown, models, 0, { values: valuesMax });
}

function resolved(value: unknown, models: Models, depth: number, budget: Budget): unknown {
  budget.values -= 1;
  if (budget.values < 0) return value;
  if (Array.isArray(value)) return value.map((one: unknown) => resolved(one, models, depth, budget));
  if (typeof value !== 'object' || value === null) return value;
  if ('$ref' in value && typeof value.$ref === 'string' && depth < depthMax) {
    const model = models[modelOfReference(value.$ref) ?? ''];
    if (model) return resolved(JSON.parse(model.schema) as unknown, models, depth + 1, budget);
  }
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [name, resolved(member, models, depth, budget)]),
  );
}

/** `https://apigateway.amazonaws.com/restapis/{id}/models/{name}` and the short forms that imports use. */
export function modelOfReference(reference: string): string | undefined {
  return /(?:\/models\/|^#\/(?:definitions|components\/schemas)\/)([A-Za-z0-9]+)$/.exec(reference)?.[1];
}

/** A template that writes every property, as the console's generator does. */
export function sampleTemplate(schema: string, models: Models): string {
  const root = resolveAll(schema, models);
  return `#set($inputRoot = $input.path('$'))\n${sample(root, '$inputRoot', 0)}`;
}

function sample(schema: unknown, path: string, depth: number): string {
  const indent = '  '.repeat(depth);
  const members = typeof schema === 'object' && schema !== null ? schema : {};
  const type = 'type' in members ? members.type : undefined;
  if (type === 'array' && 'items' in members && depth < depthMax) {
    const inner = sample(members.items, '$elem', depth + 1);
    return `[\n#foreach($elem in ${path})\n${indent}  ${inner}#if($foreach.hasNext),#end\n#end\n${indent}]`;
  }
  if (
    'properties' in members &&
    typeof members.properties === 'object' &&
    members.properties &&
    depth < depthMax
  ) {
    const lines = Object.entries(members.properties).map(
      ([name, member]) => `${indent}  "${name}" : ${sample(member, `${path}.${name}`, depth + 1)}`,
    );
    return `{\n${lines.join(',\n')}\n${indent}}`;
  }
  return type === 'number' || type === 'integer' || type === 'boolean' ? path : `"${path}"`;
}
