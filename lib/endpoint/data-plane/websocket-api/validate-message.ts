import type { StoredModel, WebSocketSnapshot } from '../../services/apigatewayv2/index.ts';
import { checkBody, compileModel, type ModelCheck } from '../shared/model-check.ts';
import { Refusal } from './refusal.ts';
import type { Station } from './run-route.ts';
import { requestValue } from './select-route.ts';
import { chooseByExpression } from './templates.ts';

/** Compiled once a model of a deployment. */
const checks = new WeakMap<StoredModel, ModelCheck>();

/** Refuses a message that does not fit the model which the route's expression names. */
export const validateMessage: Station = (call) => {
  const { RequestModels = {}, ModelSelectionExpression } = call.route;
  if (call.eventType !== 'MESSAGE' || Object.keys(RequestModels).length === 0) return undefined;
  const name = chooseByExpression(RequestModels, ModelSelectionExpression, requestValue(call.json));
  const model = call.webSocket.models.find(({ Name }) => Name === name);
  if (!model) return undefined;
  const problem = checkBody(call.body ?? '', () => checkOf(model, call.webSocket));
  return problem === undefined ? undefined : new Refusal('BAD_REQUEST_BODY', { validation: problem });
};

function checkOf(model: StoredModel, { models }: WebSocketSnapshot): ModelCheck {
  const known = checks.get(model);
  if (known) return known;
  const check = compileModel(
    model.Name,
    models.map(({ Name: name, Schema: schema }) => ({ name, schema })),
  );
  checks.set(model, check);
  return check;
}

/** Refuses an upgrade without a header or a parameter that the route requires. */
export const requireParameters: Station = (call) => {
  const missing = Object.entries(call.route.RequestParameters ?? {})
    .filter(([, { Required }]) => Required === true)
    .flatMap(([source]) => {
      const [, place, name = ''] = /^route\.request\.(?:multivalue)?(\w+)\.(.+)$/.exec(source) ?? [];
      const value =
        place === 'header'
          ? call.headers.get(name.toLowerCase())?.values.at(-1)
          : call.query.get(name)?.at(-1);
      return value === undefined || value === '' ? [name] : [];
    });
  return missing.length > 0
    ? new Refusal('BAD_REQUEST_PARAMETERS', {
        message: `Missing required request parameters: [${missing.join(', ')}]`,
      })
    : undefined;
};
