import AjvDraft04 from 'ajv-draft-04';
import type { Snapshot, StoredModel } from '../../services/apigateway/index.ts';
import { modelOfReference } from '../../services/apigateway/model-schema.ts';
import type { Station } from './answer-call.ts';
import { Refusal } from './refusal.ts';
import { headerOf, mediaTypeOf, type MethodCall } from './rest-call.ts';
import { TemplateError } from './vtl/values.ts';
import { withinMs } from './vtl/watchdog.ts';

/** What is wrong with a value, in words; undefined for nothing. */
type Check = (value: unknown) => string | undefined;

/** Compiled once a model of a deployment. */
const checks = new WeakMap<StoredModel, Check>();
const checkMsMax = 500;

/** Refuses what a method's validator finds wrong: parameters first, then the body. */
export const validateRequest: Station = (call) => {
  const validator = call.snapshot.validators[call.methodRecord.requestValidatorId ?? ''];
  if (!validator) return undefined;
  const missing = validator.validateRequestParameters ? missingParameters(call) : [];
  if (missing.length > 0)
    return new Refusal('BAD_REQUEST_PARAMETERS', {
      message: `Missing required request parameters: [${missing.join(', ')}]`,
    });
  if (!validator.validateRequestBody) return undefined;
  const problem = bodyProblem(call);
  return problem === undefined ? undefined : new Refusal('BAD_REQUEST_BODY', { validation: problem });
};

/** Names, by the keys they are declared with: header, path, querystring. */
function missingParameters(call: MethodCall): string[] {
  return Object.entries(call.methodRecord.requestParameters ?? {})
    .filter(([, isRequired]) => isRequired)
    .map(([key]) => key)
    .sort()
    .flatMap((key) => {
      const [, place, name = ''] = /^method\.request\.(\w+)\.(.+)$/.exec(key) ?? [];
      const value =
        place === 'header'
          ? headerOf(call, name)
          : place === 'path'
            ? call.pathParameters[name]
            : call.query.get(name)?.at(-1);
      return value === undefined || value.trim() === '' ? [name] : [];
    });
}

function bodyProblem(call: MethodCall): string | undefined {
  const models = call.methodRecord.requestModels ?? {};
  const type = mediaTypeOf(headerOf(call, 'content-type')) || 'application/json';
  const name = models[type] ?? models['$default'];
  const model = name === undefined ? undefined : call.snapshot.models[name];
  if (!model) return undefined;
  const text = Buffer.from(call.body).toString();
  let value: unknown;
  try {
    value = text.trim() === '' ? {} : JSON.parse(text);
  } catch {
    return '[invalid JSON]';
  }
  try {
    return withinMs(
      checkMsMax,
      () => checkOf(model, call.snapshot)(value),
      () => new TemplateError('[the model takes too long]'),
    );
  } catch (error) {
    if (error instanceof TemplateError) return error.message;
    throw error;
  }
}

function checkOf(model: StoredModel, snapshot: Snapshot): Check {
  const known = checks.get(model);
  if (known) return known;
  const check = compile(model, snapshot);
  checks.set(model, check);
  return check;
}

/** Other models stand below it as definitions. A schema that cannot be compiled refuses everything. */
function compile(model: StoredModel, { models }: Snapshot): Check {
  try {
    const definitions = Object.fromEntries(
      Object.values(models).map(({ name, schema }) => [
        name,
        withOwnReferences(JSON.parse(schema) as unknown),
      ]),
    );
    const ajv = new AjvDraft04({ strict: false, logger: false, allErrors: false });
    const validate = ajv.compile({ $ref: `#/definitions/${model.name}`, definitions });
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
