import type {
  CreateRoutingRuleRequest,
  RoutingRule,
  RoutingRuleAction,
  RoutingRuleCondition,
} from '@aws-sdk/client-apigatewayv2';
import type { StoredCondition, StoredRoutingRule } from '../apigateway/index.ts';
import type { RequestContext } from '../service.ts';
import { findDomainOrThrow, kindOf, mappingsOf } from './domains.ts';
import { badRequest, conflict, notFound, tooMany } from './errors.ts';
import { newId } from './identifiers.ts';
import type { HttpApiParts } from './parts.ts';
import { limits } from './rules/limits.ts';

type Place = Pick<RequestContext, 'accountId' | 'region'>;
type RuleInput = Pick<CreateRoutingRuleRequest, 'Actions' | 'Conditions' | 'Priority'>;

const priorityMax = 1_000_000;
const headerConditionsMax = 2;
/** Bounds of ours: AWS's are unconfirmed. */
const alternativesMax = 10;
const textMax = 128;
const headerPattern = /^[!#$%&'*+\-.^_`|~\w]+$/;
/** Stars stand at the beginning and the end alone. */
const globPattern = /^\*?[^*]*\*?$/;
const basePathPattern = /^[\w$.+!*'()-]+(\/[\w$.+!*'()-]+)*$/;
const basePathMax = 300;

/** By priority. */
export function rulesOf(parts: HttpApiParts, place: Place, domainName: string): readonly StoredRoutingRule[] {
  findDomainOrThrow(parts, place, domainName);
  return parts.routingRules.find(place, domainName)?.rules ?? [];
}

export function findRuleOrThrow(
  parts: HttpApiParts,
  place: Place,
  domainName: string,
  id: string,
): StoredRoutingRule {
  const rule = rulesOf(parts, place, domainName).find((one) => one.id === id);
  if (!rule) throw notFound('routing rule', id);
  return rule;
}

/** Adds a rule, or puts one in the place of that of the same id. */
export function putRule(
  parts: HttpApiParts,
  place: Place,
  domainName: string,
  input: RuleInput,
  id?: string,
): StoredRoutingRule {
  const others = rulesOf(parts, place, domainName).filter((rule) => rule.id !== id);
  if (others.length >= limits.routingRules) throw tooMany('RoutingRule', limits.routingRules);
  const rule: StoredRoutingRule = {
    id: id ?? newId(6),
    priority: readPriority(input.Priority),
    conditions: readConditions(input.Conditions ?? []),
    action: readAction(parts, place, domainName, input.Actions ?? []),
  };
  if (others.some(({ priority }) => priority === rule.priority))
    throw conflict(`A routing rule with the priority ${rule.priority} already exists for this domain name.`);
  saveRules(parts, place, domainName, [...others, rule]);
  return rule;
}

export function removeRule(parts: HttpApiParts, place: Place, domainName: string, id: string): void {
  findRuleOrThrow(parts, place, domainName, id);
  const left = rulesOf(parts, place, domainName).filter((rule) => rule.id !== id);
  saveRules(parts, place, domainName, left);
}

function saveRules(
  parts: HttpApiParts,
  place: Place,
  domainName: string,
  rules: readonly StoredRoutingRule[],
): void {
  const sorted = [...rules].sort((a, b) => a.priority - b.priority);
  parts.routingRules.put(place, domainName, { domainName, rules: sorted }, { createdMs: parts.clock.now() });
}

export function showRule(
  rule: StoredRoutingRule,
  domainName: string,
  { accountId, region }: Place,
): RoutingRule {
  const { apiId, stage, stripBasePath } = rule.action;
  return {
    RoutingRuleId: rule.id,
    RoutingRuleArn: `arn:aws:apigateway:${region}:${accountId}:/domainnames/${domainName}/routingrules/${rule.id}`,
    Priority: rule.priority,
    Conditions: rule.conditions.map(showCondition),
    Actions: [{ InvokeApi: { ApiId: apiId, Stage: stage, StripBasePath: stripBasePath } }],
  };
}

function showCondition(condition: StoredCondition): RoutingRuleCondition {
  return condition.kind === 'headers'
    ? {
        MatchHeaders: { AnyOf: condition.anyOf.map(({ name, glob }) => ({ Header: name, ValueGlob: glob })) },
      }
    : { MatchBasePaths: { AnyOf: [...condition.anyOf] } };
}

function readPriority(priority = 0): number {
  if (!Number.isInteger(priority) || priority < 1 || priority > priorityMax)
    throw badRequest('Invalid priority specified: it is a whole number from 1 to 1000000.');
  return priority;
}

function readConditions(conditions: readonly RoutingRuleCondition[]): StoredCondition[] {
  const read = conditions.map(readCondition);
  const headers = read.filter(({ kind }) => kind === 'headers').length;
  if (headers > headerConditionsMax || read.length - headers > 1)
    throw badRequest(
      'A routing rule has up to two matchHeaders conditions and one matchBasePaths condition.',
    );
  return read;
}

function readCondition({ MatchHeaders, MatchBasePaths }: RoutingRuleCondition): StoredCondition {
  if ((MatchHeaders === undefined) === (MatchBasePaths === undefined))
    throw badRequest('Invalid condition specified: it has either matchHeaders or matchBasePaths.');
  const { length = 0 } = (MatchHeaders ?? MatchBasePaths)?.AnyOf ?? [];
  if (length < 1 || length > alternativesMax)
    throw badRequest(`Invalid condition specified: anyOf has 1 to ${alternativesMax} entries.`);
  if (MatchHeaders) {
    const anyOf = (MatchHeaders.AnyOf ?? []).map(({ Header: name = '', ValueGlob: glob = '' }) => ({
      name,
      glob,
    }));
    const isBad = anyOf.some(
      ({ name, glob }) =>
        !headerPattern.test(name) ||
        !globPattern.test(glob) ||
        glob === '' ||
        Math.max(name.length, glob.length) > textMax,
    );
    if (isBad)
      throw badRequest(
        'Invalid header condition specified: a header name, and a value with a * at its beginning or its end at most.',
      );
    return { kind: 'headers', anyOf };
  }
  const anyOf = MatchBasePaths?.AnyOf ?? [];
  if (anyOf.some((basePath) => basePath.length > basePathMax || !basePathPattern.test(basePath)))
    throw badRequest("Invalid base path specified: segments of letters, digits and $-_.+!*'(), 300 at most.");
  return { kind: 'basePaths', anyOf };
}

function readAction(
  parts: HttpApiParts,
  place: Place,
  domainName: string,
  actions: readonly RoutingRuleAction[],
): StoredRoutingRule['action'] {
  const [first, ...more] = actions;
  if (!first?.InvokeApi || more.length > 0) throw badRequest('A routing rule has one action, invokeApi.');
  const { ApiId: apiId = '', Stage: stage = '', StripBasePath: stripBasePath = false } = first.InvokeApi;
  const kind = kindOf(parts, place, apiId);
  if (kind === undefined) throw badRequest(`Invalid API identifier specified ${place.accountId}:${apiId}`);
  // https://docs.aws.amazon.com/apigateway/latest/developerguide/rest-api-routing-mode.html, "Considerations".
  if (kind !== 'REST') throw badRequest('Routing rules lead to REST APIs alone.');
  const isMixed = mappingsOf(parts, place, domainName).some(
    ({ restApiId }) => kindOf(parts, place, restApiId) !== 'REST',
  );
  if (isMixed)
    throw badRequest(
      'A domain name whose API mappings lead to APIs of other kinds than REST has no routing rules.',
    );
  if (!parts.restApis.findStage(apiId, stage)) throw badRequest('Invalid stage identifier specified');
  return { apiId, stage, stripBasePath };
}
