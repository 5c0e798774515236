import { showGatewayResponse, type Snapshot } from '../../services/apigateway/index.ts';
import { isCarried, type Answer } from '../shared/answer.ts';
import { contextOf, contextText } from './context.ts';
import { sourceText } from './parameter-sources.ts';
import { refusalTypes, type Refusal } from './refusal.ts';
import { mediaTypeOf, headerOf, type RestCall } from './rest-call.ts';

/** AWS's bodies of these have a space, where nothing changes them. */
const spaced: ReadonlySet<string> = new Set([
  'API_CONFIGURATION_ERROR',
  'BAD_REQUEST_BODY',
  'BAD_REQUEST_PARAMETERS',
  'INTEGRATION_FAILURE',
  'INTEGRATION_TIMEOUT',
  'UNSUPPORTED_MEDIA_TYPE',
]);

/**
 * The answer of the gateway itself, as the API has it for the type, else for all of its class. Templates are plain
 * substitution.
 */
export function gatewayResponse(call: RestCall, refusal: Refusal): Answer {
  const { errorType } = refusalTypes[refusal.type];
  call.learned.error = { type: refusal.type, message: refusal.message };
  // A changed response may leave its status out.
  const byDefault = showGatewayResponse({ ...call.snapshot, gatewayResponses: {} }, refusal.type);
  const usual = refusal.status ?? Number(byDefault.statusCode ?? 500);
  const response = chosen(call.snapshot, refusal.type, usual);
  const asked = Number(response.statusCode || usual);
  // An interim answer is none: the caller would wait for another.
  const status = asked < 200 ? usual : asked;
  const context = { ...contextOf(call) };
  // What the caller asked for decides, as with other answers.
  const templates = Object.entries(response.responseTemplates ?? {});
  const accepted = mediaTypeOf(headerOf(call, 'accept'));
  const [type, template] = templates.find(([name]) => name === accepted) ??
    templates.find(([name]) => name === 'application/json') ??
    templates[0] ?? ['application/json', ''];
  const headers: Record<string, string> = { 'content-type': type, 'x-amzn-errortype': errorType };
  for (const [target, source] of Object.entries(response.responseParameters ?? {})) {
    const name = target.slice('gatewayresponse.header.'.length).toLowerCase();
    const value = sourceText(call, source);
    if (value !== undefined && canCarry(name, value)) headers[name] = value;
  }
  const isOwn = response.defaultResponse !== true;
  return { status, headers, cookies: [], body: fill(template, call, context, refusal, isOwn) };
}

function chosen(snapshot: Snapshot, type: string, status: number) {
  // Neither can be changed.
  if (type === 'REQUEST_TOO_LARGE') return showGatewayResponse(snapshot, type);
  const shared = status < 500 ? 'DEFAULT_4XX' : 'DEFAULT_5XX';
  const isOwn = Object.hasOwn(snapshot.gatewayResponses, type);
  if (isOwn || !Object.hasOwn(snapshot.gatewayResponses, shared)) {
    const response = showGatewayResponse(snapshot, type);
    // A status of its own, e.g. 502 of a malformed answer, goes before the default of the type.
    const given = isOwn ? snapshot.gatewayResponses[type]?.statusCode : undefined;
    return { ...response, statusCode: given || String(status) };
  }
  return showGatewayResponse(snapshot, shared);
}

const pattern = /\$\{((?:context|stageVariables)\.[\w.-]*\w)\}|\$((?:context|stageVariables)\.[\w.-]*\w)/g;

function fill(
  template: string,
  call: RestCall,
  context: Record<string, unknown>,
  refusal: Refusal,
  isOwn: boolean,
): string {
  const message = refusal.message === '' ? 'null' : JSON.stringify(refusal.message);
  // AWS writes this one with a capital letter.
  if (!isOwn && refusal.type === 'ACCESS_DENIED') return `{"Message":${message}}`;
  if (!isOwn && spaced.has(refusal.type)) return `{"message": ${message}}`;
  return template.replaceAll(pattern, (_, braced: string | undefined, bare: string | undefined) => {
    const [place = '', ...names] = (braced ?? bare ?? '').split('.');
    const path = names.join('.');
    if (place === 'stageVariables')
      return Object.hasOwn(call.variables, path) ? (call.variables[path] ?? '') : '';
    if (path === 'error.messageString') return message;
    if (path === 'error.validationErrorString') return refusal.validation ?? '';
    return contextText(context, path) ?? '';
  });
}

function canCarry(name: string, value: string): boolean {
  try {
    return isCarried(name, value);
  } catch {
    return false;
  }
}
