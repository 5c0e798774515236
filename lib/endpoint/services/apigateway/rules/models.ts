import type { Model } from '@aws-sdk/client-api-gateway';
import { badRequest, conflict } from '../errors.ts';
import { applyPatch, text, type PatchRule } from '../patch.ts';
import type { ApiDraft, StoredModel } from '../records.ts';
import { newId } from '../identifiers.ts';
import { limits } from './limits.ts';

const draft4 = 'http://json-schema.org/draft-04/schema#';

/** Every new API has these two. */
export function defaultModels(): Record<string, StoredModel> {
  const model = (name: string, description: string, schema: object): StoredModel => ({
    id: newId(6),
    name,
    description,
    schema: JSON.stringify(schema, null, 2),
    contentType: 'application/json',
  });
  return {
    Empty: model('Empty', 'This is a default empty schema model', {
      $schema: draft4,
      title: 'Empty Schema',
      type: 'object',
    }),
    Error: model('Error', 'This is a default error schema model', {
      $schema: draft4,
      title: 'Error Schema',
      type: 'object',
      properties: { message: { type: 'string' } },
    }),
  };
}

export function assertModel(model: Pick<Model, 'name' | 'schema'>): void {
  if (!model.name) throw badRequest('Model name must be non-empty');
  if (!/^[A-Za-z0-9]+$/.test(model.name)) throw badRequest('Model name must be alphanumeric: ' + model.name);
  assertSchema(model.schema ?? '');
}

const noMember = 'Model schema must have at least 1 property or array items defined';

function assertSchema(schema: string): void {
  if (schema === '') throw badRequest(noMember);
  if (Buffer.byteLength(schema) > limits.schemaBytes)
    throw badRequest(`Invalid model specified: the schema has more than ${limits.schemaBytes} bytes.`);
  let parsed: unknown;
  try {
    parsed = JSON.parse(schema);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw badRequest(`Invalid model specified: Validation Result: warnings : [], errors : [${reason}]`);
  }
  const isEmpty = typeof parsed !== 'object' || parsed === null || Object.keys(parsed).length === 0;
  if (isEmpty) throw badRequest(noMember);
}

/** The name by which the message of AWS shows who refers to a model: path and verb. */
export function assertModelUnused(draft: ApiDraft, name: string): void {
  for (const { path, methods } of Object.values(draft.resources)) {
    for (const [verb, method] of Object.entries(methods)) {
      if (Object.values(method.requestModels ?? {}).includes(name))
        throw conflict(
          `Cannot delete model '${name}', is referenced in method request: /${path.slice(1)}/${verb}`,
        );
      for (const response of Object.values(method.methodResponses)) {
        if (Object.values(response.responseModels ?? {}).includes(name))
          throw conflict(
            `Cannot delete model '${name}', is referenced in method response: /${path.slice(1)}/${verb}`,
          );
      }
    }
  }
}

const rules: readonly PatchRule<StoredModel>[] = [text('description'), text('schema')];

export function patchModel(model: StoredModel, operations: Parameters<typeof applyPatch>[1]): void {
  applyPatch(model, operations, rules);
  if (model.description === '') model.description = undefined;
  assertModel(model);
}
