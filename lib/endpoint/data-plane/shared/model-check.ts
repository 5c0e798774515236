import AjvDraft04 from 'ajv-draft-04';
import { modelOfReference } from '../../services/apigateway/model-schema.ts';
import { TemplateError } from '../rest-api/vtl/values.ts';
import { withinMsOfWork } from '../rest-api/vtl/watchdog.ts';

/** What is wrong with a value, in words; undefined for nothing. */
export type ModelCheck = (value: unknown) => string | undefined;

const checkMsMax = 500;

/** Compiles a model; others stand below it as definitions. A schema that cannot be compiled refuses everything. */
export function compileModel(
  name: string,
  models: readonly { readonly name: string; readonly schema: string }[],
): ModelCheck {
  try {
    const definitions = Object.fromEntries(
      models.map((model) => [model.name, withOwnReferences(JSON.parse(model.schema) as unknown)]),
    );
    const ajv = new AjvDraft04({ strict: false, logger: false, allErrors: false });
    const validate = ajv.compile({ $ref: `#/definitions/${name}`, definitions });
    return (value) => {
      if (validate(value) === true) return undefined;
      const [error] = validate.errors ?? [];
      if (error?.keyword === 'required')
        return `[object has missing required properties (["${String((error.params as { missingProperty?: unknown }).missingProperty)}"])]`;
      return `[${error?.instancePath ?? ''} ${error?.message ?? 'is invalid'}]`;
    };
  } catch {
    return () => '[the model cannot be read]';
  }
}

/** What is wrong with a body; an empty one is `{}`. `checkOf` may compile, which counts as time too. */
export function checkBody(text: string, checkOf: () => ModelCheck): string | undefined {
  let value: unknown;
  try {
    value = text.trim() === '' ? {} : JSON.parse(text);
  } catch {
    return '[invalid JSON]';
  }
  try {
    return withinMsOfWork(
      checkMsMax,
      () => checkOf()(value),
      () => new TemplateError('[the model takes too long]'),
    );
  } catch (error) {
    if (error instanceof TemplateError) return error.message;
    if (error instanceof RangeError) return '[the body is nested too deeply]';
    throw error;
  }
}

/** References to models by address, or by what imports call them, as references to the definitions. */
function withOwnReferences(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withOwnReferences);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      // Names of documents would change what references are relative to.
      .filter(([name, member]) => !(name === '$schema' || (name === 'id' && typeof member === 'string')))
      .map(([name, member]) => {
        const model = name === '$ref' && typeof member === 'string' ? modelOfReference(member) : undefined;
        return [name, model === undefined ? withOwnReferences(member) : `#/definitions/${model}`];
      }),
  );
}
