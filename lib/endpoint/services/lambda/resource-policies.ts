import { parseArn } from '../../../shared/arn.ts';
import type { RequestContext } from '../service.ts';
import { invalidParameterValue, unsupported } from './errors.ts';
import { resolveTarget, type FunctionTarget } from './names.ts';
import { isKnownKey, readOperator } from './policy-conditions.ts';
import { listOf, type OneOrMany, type PolicyStatement } from './policy-statements.ts';

const statementsMax = 100;

/** The function, version or alias of an ARN, which must be whole. */
export function resolvePolicyTarget(arn: string, context: RequestContext, action: string): FunctionTarget {
  const parsed = parseArn(arn);
  if (parsed?.service !== 'lambda' || !parsed.resource.startsWith('function:') || /[*?]/.test(arn)) {
    throw invalidParameterValue(
      'The ResourceArn must be the complete ARN of a Lambda function, version or alias, without wildcard characters.',
    );
  }
  const target = resolveTarget({ FunctionName: arn }, context, action);
  if (target.qualifier === '$LATEST')
    throw invalidParameterValue('We currently do not support adding policies for $LATEST.');
  return target;
}

function malformed(reason: string): Error {
  return invalidParameterValue(`The provided policy is invalid: ${reason}`);
}

/**
 * A whole policy document. What could not be evaluated when the function is called is refused, so that no policy lets in
 * more or less than it says. AWS's texts for broken documents are unconfirmed.
 */
export function readPolicy(text: string, resourceArn: string): PolicyStatement[] {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    throw malformed('it is not valid JSON.');
  }
  if (!isObject(parsed)) throw malformed('it is no JSON object.');
  const { Version: version, Statement: statements } = parsed;
  if (version !== undefined && version !== '2012-10-17' && version !== '2008-10-17')
    throw malformed('its Version is neither 2012-10-17 nor 2008-10-17.');
  const list: unknown[] = Array.isArray(statements) ? statements : [statements];
  if (list.length > statementsMax) throw malformed(`it has more than ${statementsMax} statements.`);
  const read = list.map((statement) => readStatement(statement, resourceArn));
  const sids = read.flatMap(({ Sid }) => Sid ?? []);
  if (new Set(sids).size < sids.length) throw malformed('two of its statements have the same Sid.');
  return read;
}

function readStatement(statement: unknown, resourceArn: string): PolicyStatement {
  if (!isObject(statement)) throw malformed('it has a statement that is no object.');
  for (const name of ['NotPrincipal', 'NotAction', 'NotResource'])
    if (statement[name] !== undefined) throw unsupported(`${name} in a resource policy is not implemented.`);
  const { Sid: sid, Effect: effect, Principal: principal, Action: action, Resource: resource } = statement;
  if (sid !== undefined && (typeof sid !== 'string' || !/^[\w-]{1,100}$/.test(sid)))
    throw malformed('a Sid has other characters than letters, digits, - and _, or more than 100 of them.');
  if (effect !== 'Allow' && effect !== 'Deny') throw malformed('an Effect is neither Allow nor Deny.');
  if (!isTexts(action) || !listOf(action).every((one) => /^(\*|lambda:[a-zA-Z*]+)$/.test(one)))
    throw malformed('an Action is none of AWS Lambda.');
  if (resource !== undefined && !(isTexts(resource) && listOf(resource).every((one) => one === resourceArn)))
    throw malformed(`a Resource is not ${resourceArn}.`);
  const condition = readCondition(statement.Condition, effect);
  return {
    ...(sid !== undefined && { Sid: sid }),
    Effect: effect,
    Principal: readPrincipal(principal),
    Action: action,
    Resource: resourceArn,
    ...(condition && { Condition: condition }),
  };
}

function readPrincipal(principal: unknown): PolicyStatement['Principal'] {
  if (principal === '*') return '*';
  if (!isObject(principal) || Object.keys(principal).length === 0)
    throw malformed('a statement has no Principal.');
  for (const [kind, names] of Object.entries(principal)) {
    if (!['AWS', 'Service'].includes(kind))
      throw unsupported(`Principals of the kind ${kind} in a resource policy are not implemented.`);
    if (!isTexts(names)) throw malformed('a Principal is no text.');
  }
  return principal as Record<string, OneOrMany>;
}

function readCondition(condition: unknown, effect: PolicyStatement['Effect']): PolicyStatement['Condition'] {
  if (condition === undefined) return undefined;
  if (!isObject(condition)) throw malformed('a Condition is no object.');
  for (const [name, keys] of Object.entries(condition)) {
    const operator = readOperator(name);
    if (!operator)
      throw unsupported(`The condition operator ${name} in a resource policy is not implemented.`);
    if (!isObject(keys) || !Object.values(keys).every(isTexts))
      throw malformed(`the condition ${name} holds something that is no text.`);
    const isStrict = effect === 'Allow' && !operator.isNegated && !operator.isIfExists;
    const unknown = Object.keys(keys).find((key) => !isKnownKey(key));
    // An allowing statement with a key of unknown value lets no one in; all others would let in or keep out too many.
    if (unknown !== undefined && !isStrict)
      throw unsupported(`The condition key ${unknown} has no value here, so ${name} cannot be evaluated.`);
  }
  return condition as PolicyStatement['Condition'];
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isTexts(value: unknown): value is OneOrMany {
  if (typeof value === 'string') return true;
  return Array.isArray(value) && value.length > 0 && value.every((one) => typeof one === 'string');
}
