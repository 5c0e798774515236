import { badRequest } from '../errors.ts';
import type { StoredModel } from '../records.ts';

const schemaBytesMax = 400 * 1024;

type ModelInput = Partial<Pick<StoredModel, 'Name' | 'ContentType' | 'Description' | 'Schema'>>;

/** The model that a change leaves. */
export function changedModel(
  others: readonly StoredModel[],
  before: StoredModel,
  input: { readonly [Member in keyof ModelInput]: ModelInput[Member] | undefined },
): StoredModel {
  const Name = input.Name ?? before.Name;
  if (!/^[A-Za-z0-9]{1,128}$/.test(Name))
    throw badRequest('Model name must be alphanumeric: 1 to 128 letters and digits.');
  if (others.some((other) => other.Name === Name && other.ModelId !== before.ModelId))
    throw badRequest(`Model with name ${Name} already exists for this API`);
  const ContentType = input.ContentType ?? before.ContentType ?? 'application/json';
  if (!/^[\w.+-]+\/[\w.+-]+$/.test(ContentType))
    throw badRequest(`Invalid content type specified: ${ContentType}`);
  const Description = input.Description ?? before.Description;
  const Schema = input.Schema ?? before.Schema;
  if (Buffer.byteLength(Schema) > schemaBytesMax)
    throw badRequest(`The model's schema is larger than ${schemaBytesMax / 1024} KB.`);
  return {
    ...before,
    Name,
    ContentType,
    Schema,
    ...(Description !== undefined && { Description }),
  };
}

/** Refuses a deployment whose models cannot validate anything; `DisableSchemaValidation` of the API leaves this out. */
export function assertModels(models: readonly StoredModel[]): void {
  for (const { Name, Schema, ContentType } of models) {
    if (ContentType !== 'application/json') continue;
    const schema = parse(Schema);
    if (typeof schema !== 'object' || schema === null || Array.isArray(schema))
      throw badRequest(
        `Unable to deploy API because the schema of model '${Name}' is not valid JSON Schema.`,
      );
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
