import type { BackEndAnswer } from './back-end.ts';
import { isBinaryType } from './binary.ts';
import { Refusal } from './refusal.ts';
import { headerOf, type IntegratedCall } from './rest-call.ts';
import { chooseRequestTemplate, renderMapping, type Overrides } from './templates.ts';

export const unusableMock =
  'Unable to parse statusCode. It should be an integer and defined in request template.';

/** No back end: the request template names the status. */
export function callMock(call: IntegratedCall, overrides: Overrides): BackEndAnswer | Refusal {
  const chosen = chooseRequestTemplate(call);
  if (chosen === 'unsupported') return new Refusal('UNSUPPORTED_MEDIA_TYPE');
  const fault = new Refusal('API_CONFIGURATION_ERROR', { reason: unusableMock });
  // Bytes go past templates, so there is none to name a status.
  const type = headerOf(call, 'content-type') ?? 'application/json';
  const isBinary = isBinaryType(call.snapshot.settings.binaryMediaTypes, type);
  const isBytes = isBinary && call.integration.contentHandling !== 'CONVERT_TO_TEXT';
  if (chosen === 'pass' || isBytes) return fault;
  const body = call.body.length > 0 ? Buffer.from(call.body).toString() : undefined;
  const rendered = renderMapping(call, chosen.template, body, overrides);
  const status = mockStatus(rendered);
  if (status === undefined) return fault;
  return { status, headers: {}, body: new Uint8Array(), selectBy: String(status) };
}

/** `{"statusCode": 200}`, and as loosely as AWS takes it: `{statusCode: 200}`. */
export function mockStatus(text: string): number | undefined {
  let status: unknown;
  try {
    status = (JSON.parse(text) as { statusCode?: unknown } | null)?.statusCode;
  } catch {
    status = /^\s*\{\s*["']?statusCode["']?\s*:\s*["']?(\d{3})["']?\s*[,}]/.exec(text)?.[1];
  }
  const number = Number(status);
  return /^\d{3}$/.test(String(status)) ? number : undefined;
}
