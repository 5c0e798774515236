import { own } from '../../../../shared/own.ts';
import { newId } from '../identifiers.ts';
import { modelOfReference } from '../model-schema.ts';
import type { ApiDraft } from '../records.ts';
import { isObject, list, object, text, type Definition } from '../../openapi/index.ts';

/** Takes up the schemas of a definition; returns the model's name for each name in the file. */
export function importModels(
  draft: ApiDraft,
  { version, root }: Definition,
  apiId: string,
  warnings: string[],
): ReadonlyMap<string, string> {
  const schemas =
    version === '2.0' ? object(root['definitions']) : object(object(root['components'])['schemas']);
  const names = new Map(Object.keys(schemas).map((name) => [name, name.replaceAll(/[^A-Za-z0-9]/g, '')]));
  const taken = new Map<string, string>();
  for (const [name, schema] of Object.entries(schemas)) {
    const modelName = names.get(name) ?? '';
    if (modelName === '' || !isObject(schema)) {
      warnings.push(`Unable to create model for '${name}'. Ignoring.`);
      continue;
    }
    if (taken.has(modelName)) {
      warnings.push(
        `Unable to create model for '${name}': '${taken.get(modelName)}' has the same name '${modelName}'. Ignoring.`,
      );
      continue;
    }
    taken.set(modelName, name);
    if (modelName !== name)
      warnings.push(`The model '${name}' is named '${modelName}': names of models are alphanumeric.`);
    draft.models[modelName] = {
      id: own(draft.models, modelName)?.id ?? newId(6),
      name: modelName,
      description: text(schema['description']),
      contentType: 'application/json',
      schema: JSON.stringify(converted(schema, apiId, names), null, 2),
    };
  }
  return names;
}

/** A schema that stands in an operation itself becomes a model of its own. */
export function addInlineModel(draft: ApiDraft, schema: unknown, apiId: string): string {
  const name = `MODEL${newId(6)}`;
  draft.models[name] = {
    id: newId(6),
    name,
    description: undefined,
    contentType: 'application/json',
    schema: JSON.stringify(converted(schema, apiId, new Map()), null, 2),
  };
  return name;
}

/** References name models of this API, and `nullable` of 3.0 becomes a second type, which draft 4 has. */
function converted(value: unknown, apiId: string, names: ReadonlyMap<string, string>): unknown {
  if (Array.isArray(value)) return value.map((one: unknown) => converted(one, apiId, names));
  if (!isObject(value)) return value;
  const reference = text(value['$ref']);
  if (reference !== undefined) {
    const last = reference.slice(reference.lastIndexOf('/') + 1);
    const name = names.get(last) ?? modelOfReference(reference);
    return name === undefined
      ? { $ref: reference }
      : { $ref: `https://apigateway.amazonaws.com/restapis/${apiId}/models/${name}` };
  }
  const members = Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => name !== 'nullable' && name !== 'example')
      .map(([name, member]) => [name, converted(member, apiId, names)]),
  );
  if (value['nullable'] !== true || typeof value['type'] !== 'string') return members;
  return {
    ...members,
    type: [value['type'], 'null'],
    ...(Array.isArray(value['enum']) && { enum: [...list(value['enum']), null] }),
  };
}
