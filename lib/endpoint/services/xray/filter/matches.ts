import type { ServiceFact, TraceFacts } from '../facts.ts';
import type { Expression, Operator, Which } from './expression.ts';

/** What a trace, one of its services or one of its calls says to an expression. */
interface Subject {
  readonly flags: Readonly<Record<string, boolean | undefined>>;
  readonly numbers: Readonly<Record<string, number | undefined>>;
  readonly texts: Readonly<Record<string, readonly (string | undefined)[]>>;
  readonly annotations: readonly { readonly key: string; readonly value: string | number | boolean }[];
}

export function matches(expression: Expression, facts: TraceFacts, accountId: string): boolean {
  return holds(expression, traceSubject(facts), facts, accountId);
}

function holds(expression: Expression, subject: Subject, facts: TraceFacts, accountId: string): boolean {
  const inner = (part: Expression, of = subject): boolean => holds(part, of, facts, accountId);
  switch (expression.kind) {
    case 'and':
      return expression.parts.every((part) => inner(part));
    case 'or':
      return expression.parts.some((part) => inner(part));
    case 'not':
      return !inner(expression.part);
    case 'flag':
      return subject.flags[expression.name] === true;
    case 'number':
      return compare(subject.numbers[expression.name], expression.operator, expression.value);
    case 'text':
      return compareAny(subject.texts[expression.name] ?? [], expression.operator, expression.value);
    case 'annotation': {
      const { key, test } = expression;
      const values = subject.annotations.filter((annotation) => annotation.key === key);
      if (!test) return values.length > 0;
      return values.some(({ value }) => compare(value, test.operator, test.value));
    }
    case 'service':
      return facts.services.some((service, place) => {
        if (!isMeant(service, expression.which, accountId)) return false;
        return !expression.filter || inner(expression.filter, serviceSubject(facts, place));
      });
    case 'edge':
      return facts.edges.some(({ from, to }) => {
        const caller = facts.services[from];
        const called = facts.services[to];
        if (!caller || !called) return false;
        const isIt = isMeant(caller, expression.from, accountId) && isMeant(called, expression.to, accountId);
        return isIt && (!expression.filter || inner(expression.filter, serviceSubject(facts, to)));
      });
  }
}

function isMeant(service: ServiceFact, which: Which, accountId: string): boolean {
  return (
    (which.name === undefined || which.name === service.name) &&
    (which.type === undefined || which.type === service.type) &&
    (which.accountId === undefined || which.accountId === accountId)
  );
}

function traceSubject(facts: TraceFacts): Subject {
  const { outcome, http, users, arns, entry } = facts;
  const root = entry === undefined ? undefined : facts.services[entry];
  return {
    flags: {
      ...outcome,
      ok: outcome.error !== true && outcome.fault !== true && outcome.throttle !== true,
      partial: facts.isPartial,
    },
    numbers: {
      responsetime: facts.responseS,
      duration: facts.endS - (root?.startS ?? facts.startS),
      'http.status': http?.status,
    },
    texts: {
      'http.url': [http?.url],
      'http.method': [http?.method],
      'http.useragent': [http?.user_agent],
      'http.clientip': [http?.client_ip],
      user: users.map(({ name }) => name),
      'resource.arn': arns,
      name: [root?.name],
      type: [root?.type],
    },
    annotations: facts.annotations,
  };
}

function serviceSubject(facts: TraceFacts, place: number): Subject {
  const service = facts.services[place];
  if (!service) return { flags: {}, numbers: {}, texts: {}, annotations: [] };
  const { name, type, startS, endS, status, error, fault, throttle } = service;
  const seconds = endS === undefined ? undefined : endS - startS;
  return {
    flags: {
      error,
      fault,
      throttle,
      ok: error !== true && fault !== true && throttle !== true,
      partial: endS === undefined,
      root: place === facts.entry,
    },
    numbers: { responsetime: seconds, duration: seconds, 'http.status': status },
    texts: {
      name: [name],
      type: [type],
      user: facts.users.filter((user) => user.service === place).map((user) => user.name),
    },
    annotations: facts.annotations.filter((annotation) => annotation.service === place),
  };
}

function compareAny(values: readonly (string | undefined)[], operator: Operator, wanted: string): boolean {
  return values.some((value) => compare(value, operator, wanted));
}

type Value = string | number | boolean;

function compare(value: Value | undefined, operator: Operator, wanted: Value): boolean {
  if (value === undefined) return false;
  if (operator === '=') return value === wanted;
  if (operator === '!=') return value !== wanted;
  if (typeof value === 'string') return compareTexts(value, operator, String(wanted));
  if (typeof value !== 'number' || typeof wanted !== 'number') return false;
  if (operator === '<') return value < wanted;
  if (operator === '<=') return value <= wanted;
  if (operator === '>') return value > wanted;
  return operator === '>=' && value >= wanted;
}

function compareTexts(value: string, operator: Operator, wanted: string): boolean {
  if (operator === 'CONTAINS') return value.includes(wanted);
  if (operator === 'BEGINSWITH') return value.startsWith(wanted);
  return operator === 'ENDSWITH' && value.endsWith(wanted);
}
