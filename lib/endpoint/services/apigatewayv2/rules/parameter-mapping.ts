import { badRequest } from '../errors.ts';

type Parameters = Readonly<Record<string, string>>;

const token = String.raw`[\w!#$%&'*+.^` + '`|~-]+';
const requestKey = new RegExp(`^((append|overwrite|remove):(header|querystring)\\.${token}|overwrite:path)$`);
const responseKey = new RegExp(`^((append|overwrite|remove):header\\.${token}|overwrite:statuscode)$`);

/** Headers that are the gateway's own. */
const reserved =
  /^(access-control-.*|apigw-.*|authorization|connection|content-encoding|content-length|content-location|forwarded|keep-alive|origin|proxy-authenticate|proxy-authorization|te|trailers|transfer-encoding|upgrade|x-amz-.*|x-amzn-.*|x-forwarded-for|x-forwarded-host|x-forwarded-proto|via)$/i;

const requestSource =
  /^\$?(request\.(header|querystring|path|body)(\.[^\s{}]+)?|request\.(path|body)|context\.[\w.-]+|stageVariables\.\w+)$/;
const responseSource =
  /^\$?(response\.(header\.[^\s{}]+|body(\.[^\s{}]+)?)|context\.[\w.-]+|stageVariables\.\w+)$/;

const invalid = (what: string, text: string): Error =>
  badRequest(
    `Invalid mapping expression specified: Validation Result: warnings : [], errors : [Invalid mapping expression ${what}: ${text}]`,
  );

/** The request mappings that a change leaves: one is removed by giving it no text. */
export function changedRequestParameters(before: Parameters, input: Parameters): Record<string, string> {
  const parameters = merged(before, input);
  for (const [key, value] of Object.entries(parameters)) {
    if (!requestKey.test(key)) throw invalid('parameter specified', key);
    assertMapping(key, value, requestSource);
  }
  return parameters;
}

/** The response mappings that a change leaves, by status. A status is removed by giving it none. */
export function changedResponseParameters(
  before: Readonly<Record<string, Parameters>>,
  input: Readonly<Record<string, Parameters>>,
): Record<string, Record<string, string>> {
  const byStatus = Object.entries({ ...before, ...input }).map(([status, parameters]) => {
    if (!/^[2-5]\d\d$/.test(status))
      throw badRequest(`Invalid status code specified: ${status}. Must be 200 to 599.`);
    const own = merged({}, parameters);
    for (const [key, value] of Object.entries(own)) {
      if (!responseKey.test(key)) throw invalid('parameter specified', key);
      assertMapping(key, value, responseSource);
      if (key === 'overwrite:statuscode' && /^[^$]*$/.test(value) && !/^[2-5]\d\d$/.test(value))
        throw badRequest(`Invalid status code specified: ${value}. Must be 200 to 599.`);
    }
    return [status, own] as const;
  });
  return Object.fromEntries(byStatus.filter(([, own]) => Object.keys(own).length > 0));
}

function merged(before: Parameters, input: Parameters): Record<string, string> {
  return Object.fromEntries(
    Object.entries({ ...before, ...input }).filter(
      ([key, value]) => value !== '' || key.startsWith('remove:'),
    ),
  );
}

function assertMapping(key: string, value: string, source: RegExp): void {
  const name = /:header\.(.+)$/.exec(key)?.[1];
  if (name !== undefined && reserved.test(name))
    throw badRequest(`Operations on header ${name} are restricted`);
  if (key.startsWith('remove:')) {
    if (value !== '') throw invalid('specified', value);
    return;
  }
  assertSource(value, source);
}

/** One expression, or text with expressions in `${…}`. */
export function assertSource(value: string, source: RegExp = requestSource): void {
  if (/^\$[a-z]/.test(value)) {
    if (!source.test(value)) throw invalid('specified', value);
    return;
  }
  for (const [, inner = ''] of value.matchAll(/\$\{([^{}]*)\}/g))
    if (!source.test(inner)) throw invalid('specified', value);
}
