import {
  fillPath,
  headerProblem,
  pathParameters,
  queryText,
  sentPath,
  type ApiRequest,
  type NameValue,
  type RunnerAuth,
  type RunnerMethod,
} from '@/lib/domain/api-request';

/** One name with its value, and an id that stays while both are typed. */
export interface PairRow {
  readonly id: number;
  readonly name: string;
  readonly value: string;
}

/** A request as it is typed. */
export interface RequestDraft {
  readonly stage: string;
  readonly method: RunnerMethod;
  /** May hold parameters: `/pets/{id}`. */
  readonly path: string;
  /** By name of the parameter. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly query: readonly PairRow[];
  readonly headers: readonly PairRow[];
  readonly body: string;
  readonly auth: RunnerAuth;
  readonly apiKeyId: string | undefined;
}

let serial = 0;
/** A row with an id of its own. */
export function pairRow(name = '', value = ''): PairRow {
  serial += 1;
  return { id: serial, name, value };
}

/** Rows that have a name, as pairs. */
export const filledPairs = (rows: readonly PairRow[]): NameValue[] =>
  rows.filter(({ name }) => name.trim() !== '').map(({ name, value }) => [name.trim(), value]);

/** Methods whose requests carry no body: what was typed for another one stays, and is not sent. */
export const hasBody = (method: RunnerMethod) => method !== 'GET' && method !== 'HEAD';

/** What a body is sent as when no header says so. */
export function contentTypeOf(body: string): string {
  try {
    JSON.parse(body);
    return 'application/json';
  } catch {
    return 'text/plain; charset=utf-8';
  }
}

function typedHeaders(draft: RequestDraft): NameValue[] {
  const headers = filledPairs(draft.headers);
  const isTyped = headers.some(([name]) => name.toLowerCase() === 'content-type');
  if (isTyped || draft.body === '' || !hasBody(draft.method)) return headers;
  return [...headers, ['content-type', contentTypeOf(draft.body)]];
}

/** What is sent of what is typed. */
export function toRequest(draft: RequestDraft): ApiRequest {
  const { stage, method, auth } = draft;
  return {
    stage,
    method,
    path: fillPath(draft.path, draft.parameters),
    query: filledPairs(draft.query),
    headers: typedHeaders(draft),
    body: hasBody(method) ? draft.body : '',
    auth,
    ...(auth === 'api-key' ? { apiKeyId: draft.apiKeyId } : {}),
  };
}

/** A request that was made before, to be changed and made again. */
export function toDraft(request: ApiRequest): RequestDraft {
  return {
    ...request,
    parameters: {},
    query: request.query.map(([name, value]) => pairRow(name, value)),
    headers: request.headers.map(([name, value]) => pairRow(name, value)),
    apiKeyId: request.apiKeyId,
  };
}

export type DraftProblem =
  | { readonly kind: 'stage' | 'path' | 'api-key' }
  | { readonly kind: 'parameter'; readonly name: string }
  | { readonly kind: 'header'; readonly name: string };

/** What keeps the request from being sent; undefined when nothing does. */
export function draftProblem(draft: RequestDraft): DraftProblem | undefined {
  if (draft.stage === '') return { kind: 'stage' };
  const empty = pathParameters(draft.path).find(({ name }) => !draft.parameters[name]);
  if (empty) return { kind: 'parameter', name: empty.name };
  if (sentPath(fillPath(draft.path, draft.parameters)) === undefined) return { kind: 'path' };
  const bad = filledPairs(draft.headers).find((header) => headerProblem(header) !== undefined);
  if (bad) return { kind: 'header', name: bad[0] };
  return draft.auth === 'api-key' && draft.apiKeyId === undefined ? { kind: 'api-key' } : undefined;
}

const quoted = (text: string) => `'${text.replaceAll("'", String.raw`'\''`)}'`;

/**
 * The request as a curl command for a shell. `address`: of the stage. Keys are not in it: it names the variables
 * that hold them.
 */
export function curlText(request: ApiRequest, address: string, region: string): string {
  const query = queryText(request.query);
  const url = `${address}${sentPath(request.path) ?? '/'}${query && `?${query}`}`;
  const lines = [`curl ${request.method === 'HEAD' ? '--head' : `-X ${request.method}`} ${quoted(url)}`];
  if (request.auth === 'iam') {
    lines.push(`--aws-sigv4 ${quoted(`aws:amz:${region}:execute-api`)}`);
    lines.push('--user "$AWS_ACCESS_KEY_ID:$AWS_SECRET_ACCESS_KEY"');
  }
  if (request.auth === 'api-key') lines.push('-H "x-api-key: $API_KEY"');
  for (const [name, value] of request.headers) lines.push(`-H ${quoted(`${name}: ${value}`)}`);
  if (request.body !== '') lines.push(`--data-raw ${quoted(request.body)}`);
  return lines.join(' \\\n  ');
}
