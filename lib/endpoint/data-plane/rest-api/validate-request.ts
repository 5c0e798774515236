import { own } from '../../../shared/own.ts';
import type { Snapshot, StoredModel } from '../../services/apigateway/index.ts';
import { checkBody, compileModel, type ModelCheck } from '../shared/model-check.ts';
import type { Station } from './answer-call.ts';
import { Refusal } from './refusal.ts';
import { headerOf, mediaTypeOf, type MethodCall } from './rest-call.ts';

/** Compiled once a model of a deployment. */
const checks = new WeakMap<StoredModel, ModelCheck>();

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
  const name = own(models, type) ?? models['$default'];
  const model = name === undefined ? undefined : call.snapshot.models[name];
  if (!model) return undefined;
  return checkBody(Buffer.from(call.body).toString(), () => checkOf(model, call.snapshot));
}

function checkOf(model: StoredModel, { models }: Snapshot): ModelCheck {
  const known = checks.get(model);
  if (known) return known;
  const check = compileModel(model.name, Object.values(models));
  checks.set(model, check);
  return check;
}
