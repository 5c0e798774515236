/** One call of a deployed API, made by the request runner, and what came back. */

export type NameValue = readonly [name: string, value: string];

export const runnerMethods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'] as const;
export type RunnerMethod = (typeof runnerMethods)[number];

export const runnerAuths = ['none', 'iam', 'api-key'] as const;
/** `none` unsigned, `iam` signed with the keys of the connection, `api-key` with the value of a key of the account. */
export type RunnerAuth = (typeof runnerAuths)[number];

/** What is sent. The host is no part of it: the server makes the address out of place, API and stage. */
export interface ApiRequest {
  readonly stage: string;
  readonly method: RunnerMethod;
  /** Below the stage, with a slash in front and its parameters filled in; no query. */
  readonly path: string;
  readonly query: readonly NameValue[];
  readonly headers: readonly NameValue[];
  readonly body: string;
  readonly auth: RunnerAuth;
  /** Id of the key for `api-key`; its value stays on the server. */
  readonly apiKeyId?: string | undefined;
}

export interface ApiAnswer {
  /** Address that was called. */
  readonly url: string;
  readonly status: number;
  readonly statusText: string;
  readonly headers: readonly NameValue[];
  /** Text as UTF-8, or the beginning of something else as base64. Cut at `answerShownMax`. */
  readonly body: string;
  readonly isBinary: boolean;
  readonly bodyBytes: number;
  /** False when the answer was longer than what is read of it. */
  readonly isComplete: boolean;
  /** Milliseconds until the headers were there. */
  readonly firstByteMs: number;
  /** Milliseconds until the last byte. */
  readonly durationMs: number;
  /** ISO time at which it was sent. */
  readonly at: string;
}

/** A call that was made before, without what came back but for its status. */
export interface PastApiRequest {
  readonly id: number;
  readonly request: ApiRequest;
  /** Undefined when no answer came. */
  readonly status: number | undefined;
  readonly durationMs: number | undefined;
  /** ISO time. */
  readonly at: string;
}

/** Bytes of an answer that are shown. */
export const answerShownMax = 1024 * 1024;

/** Names of the parameters in a path of the API: `{id}` and `{proxy+}`. */
export function pathParameters(template: string): { name: string; isGreedy: boolean }[] {
  return [...template.matchAll(/\{([^{}+]+)(\+?)\}/g)].map(([, name = '', plus]) => ({
    name,
    isGreedy: plus === '+',
  }));
}

/** The path with its parameters filled in; a greedy one keeps its slashes. Parameters without a value stay. */
export function fillPath(template: string, values: Readonly<Record<string, string>>): string {
  return template.replace(/\{([^{}+]+)(\+?)\}/g, (whole, name: string, plus: string) => {
    const value = values[name];
    if (value === undefined || value === '') return whole;
    return plus ? value.split('/').map(encodeURIComponent).join('/') : encodeURIComponent(value);
  });
}

const inPath = /[^A-Za-z0-9\-._~!$&'()*+,;=:@/%]/gu;
const decodedOf = (segment: string): string => {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
};

/**
 * A typed path as it is sent: with a slash in front and everything encoded that has to be. Undefined for one that
 * would lead out of the API (`..`, also encoded) or that is more than a path (`?`, `#`, a backslash, a line break).
 */
export function sentPath(path: string): string | undefined {
  const whole = path.startsWith('/') ? path : `/${path}`;
  // Servers read these in ways of their own.
  if (/[?#\\\u0000-\u001f\u007f]/.test(whole)) return undefined;
  const isLeaving = whole
    .split('/')
    .map(decodedOf)
    .some((segment) => /(^|[/\\])\.{1,2}($|[/\\])/.test(segment));
  if (isLeaving) return undefined;
  return whole
    .replace(/%(?![0-9A-Fa-f]{2})/g, '%25')
    .replace(inPath, (letter) => encodeURIComponent(/\p{Surrogate}/u.test(letter) ? '\ufffd' : letter));
}

/** Pairs as a query string without `?`; encoded as AWS's signature wants it. */
export function queryText(query: readonly NameValue[]): string {
  return query.map(([name, value]) => `${strictEncode(name)}=${strictEncode(value)}`).join('&');
}

function strictEncode(text: string): string {
  const escape = (letter: string) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`;
  return encodeURIComponent(text).replace(/[!'()*]/g, escape);
}

/** Headers that the server sets itself: what they say would contradict the request that is really made. */
const ownHeaders = new Set([
  'host',
  'connection',
  'content-length',
  'expect',
  'keep-alive',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);

export type HeaderProblem = 'name' | 'value' | 'own';

/** Why a header cannot be sent, or undefined. */
export function headerProblem([name, value]: NameValue): HeaderProblem | undefined {
  if (!/^[!#$%&'*+\-.^_`|~0-9A-Za-z]{1,256}$/.test(name)) return 'name';
  if (!/^[\t\u0020-\u007e\u0080-\u00ff]*$/.test(value)) return 'value';
  return ownHeaders.has(name.toLowerCase()) ? 'own' : undefined;
}
