import { badRequest } from '../errors.ts';

const textMax = 128;
const bodyVariable = /^\$request\.body(\.[\w-]+|\[\d+\]|\['[^']+'\])*$/;

/** `$request.body.a`, `${request.body.a}` with text around, or text alone. */
function isBodyExpression(text: string): boolean {
  if (text.length === 0 || text.length > textMax) return false;
  if (text.startsWith('$request.')) return bodyVariable.test(text);
  const rest = text.replaceAll(/\$\{([^{}]*)\}/g, (whole, inner: string) =>
    bodyVariable.test(`$${inner}`) ? '' : whole,
  );
  return !/(^|[^\\])\$/.test(rest) && !/[{}]/.test(rest);
}

export function assertRouteSelection(text: string): void {
  if (isBodyExpression(text)) return;
  throw badRequest(
    `Invalid routeSelectionExpression specified: '${text}'. Use $request.body.NAME, or \${request.body.NAME} with text around it.`,
  );
}

const keyExpressions = ['$request.header.x-api-key', '$context.authorizer.usageIdentifierKey'];

export function assertApiKeySelection(text: string): void {
  if (keyExpressions.includes(text.replace(/^\$\{(.*)\}$/, '$$$1'))) return;
  throw badRequest(
    `Invalid apiKeySelectionExpression specified. Must be one of [${keyExpressions.join(', ')}]`,
  );
}

/** Of models and templates: what the expression gives is looked up by name. `\$default` is a name too. */
export function assertNameSelection(member: string, text: string): void {
  if (isBodyExpression(text) || isResponseExpression(text)) return;
  throw badRequest(
    `Invalid ${member} specified: '${text}'. Use $request.body.NAME, \${request.body.NAME} with text around it, or plain text.`,
  );
}

function isResponseExpression(text: string): boolean {
  return /^\$\{?integration\.response\.(statuscode|header\.[\w-]+|multivalueheader\.[\w-]+|body(\.[\w.-]+)?)\}?$/.test(
    text,
  );
}
