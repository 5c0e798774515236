import { fits } from '../rest-api/select-response.ts';
import type { StoredIntegrationResponse } from '../../services/apigatewayv2/index.ts';
import type { Answer } from '../shared/answer.ts';
import type { RouteAnswer } from './back-end.ts';
import { requestValue } from './select-route.ts';
import type { IntegratedCall } from './socket-call.ts';
import { chooseByExpression, renderMapping } from './templates.ts';

/** What a back end of a non-proxy integration answered. */
export interface BackEndAnswer {
  readonly status: number;
  readonly headers: Answer['headers'];
  readonly body: string;
  /** What keys of integration responses are compared with: a status, or what a function threw. */
  readonly selectBy: string | undefined;
}

/**
 * From what a back end answered to what the client may be told, by the integration response whose key fits.
 *
 * @throws TemplateError
 */
export function respond(call: IntegratedCall, backEnd: BackEndAnswer): RouteAnswer {
  const { status, headers, body } = backEnd;
  const row = select(call, backEnd.selectBy);
  if (!row) return { status, headers, body };
  const template = chooseByExpression(
    row.ResponseTemplates ?? {},
    row.TemplateSelectionExpression,
    valueOf(call, backEnd),
  );
  const told = template === undefined ? body : renderMapping(call, template, body);
  call.log.addData(() => `Route response body after transformations: ${told}`);
  return { status, headers, body: told };
}

/** The first whose pattern fits all of the text, else `$default`. */
function select(
  { integration, webSocket }: IntegratedCall,
  text: string | undefined,
): StoredIntegrationResponse | undefined {
  const rows = webSocket.integrationResponses.filter(
    ({ IntegrationId }) => IntegrationId === integration.IntegrationId,
  );
  const fitting = rows.find(({ IntegrationResponseKey: key }) => {
    const pattern = /^\/([^]+)\/$/.exec(key)?.[1];
    return pattern !== undefined && text !== undefined && fits(pattern, text);
  });
  return fitting ?? rows.find(({ IntegrationResponseKey }) => IntegrationResponseKey === '$default');
}

function valueOf(call: IntegratedCall, { status, headers }: BackEndAnswer) {
  const ofRequest = requestValue(call.json);
  return (variable: string): unknown => {
    const [, part, name = ''] = /^integration\.response\.(\w+)\.?([^]*)$/.exec(variable) ?? [];
    if (part === undefined) return ofRequest(variable);
    if (part === 'statuscode') return status;
    const value = Object.hasOwn(headers, name.toLowerCase()) ? headers[name.toLowerCase()] : undefined;
    if (typeof value === 'string' || value === undefined) return value;
    return part === 'multivalueheader' ? value : value.at(-1);
  };
}
