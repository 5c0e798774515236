import { isCarried, type Answer } from '../shared/answer.ts';
import type { BackEndAnswer } from './back-end.ts';
import { convertResponse, isBinaryType } from './binary.ts';
import { mappedName } from './changed-headers.ts';
import { shownMap, spelledName } from './execution-log.ts';
import { sourceText } from './parameter-sources.ts';
import { Refusal } from './refusal.ts';
import { headerOf, type IntegratedCall } from './rest-call.ts';
import { selectResponse } from './select-response.ts';
import { chooseResponseTemplate, overriddenStatus, renderMapping, type Overrides } from './templates.ts';
import { Budget, toText } from './vtl/values.ts';

/** From what a back end answered to what the caller gets, by the integration and method responses. */
export function respond(
  call: IntegratedCall,
  backEnd: BackEndAnswer,
  overrides: Overrides,
): Answer | Refusal {
  const row = selectResponse(call.integration.integrationResponses, backEnd.selectBy);
  const fault = (reason: string): Refusal => new Refusal('API_CONFIGURATION_ERROR', { reason });
  if (!row) return fault('No match for output mapping and no default output mapping configured');
  const text = Buffer.from(backEnd.body).toString();
  const chosen = chooseResponseTemplate(call, row.responseTemplates ?? {});
  const body = chosen ? Buffer.from(renderMapping(call, chosen.template, text, overrides)) : backEnd.body;
  call.log.addData(() => `Method response body after transformations: ${Buffer.from(body).toString()}`);
  const { binaryMediaTypes } = call.snapshot.settings;
  const converted = convertResponse(body, {
    isBinary: !chosen && isBinaryType(binaryMediaTypes, typeOf(backEnd)),
    acceptsBinary:
      isBinaryType(binaryMediaTypes, headerOf(call, 'accept')) && call.integration.type !== 'MOCK',
    isListEmpty: (binaryMediaTypes ?? []).length === 0,
    handling: row.contentHandling,
  });
  if (!converted) return fault('Unable to base64 decode the body');

  const headers: Record<string, string | readonly string[]> = {
    'content-type': chosen?.type || 'application/json',
  };
  const set = (name: string, value: string): void => {
    const shown = mappedName(name);
    if (isCarried(shown, value)) headers[shown] = value;
  };
  try {
    for (const [target, source] of Object.entries(row.responseParameters ?? {})) {
      const name = target.replace(/^method\.response\.header\./, '');
      const value = sourceText(call, source, { headers: backEnd.headers, bodyText: text });
      if (value !== undefined) set(name, value);
    }
    for (const [name, value] of overrides.responseHeaders) set(name, toText(value, new Budget()));
  } catch {
    return fault('a header of the response cannot be sent');
  }
  const status = overriddenStatus(overrides) ?? Number(row.statusCode ?? 200);
  // An interim answer is none: the caller would wait for another.
  if (status < 200) return fault(`${status} is no status of a whole answer`);
  call.log.addData(
    () =>
      `Method response headers: ${shownMap(Object.entries(headers).map(([n, v]) => [spelledName(n), String(v)]))}`,
  );
  return { status, headers, cookies: [], body: converted };
}

function typeOf({ headers }: BackEndAnswer): string | undefined {
  const type = headers['content-type'];
  return typeof type === 'string' ? type : type?.[0];
}
