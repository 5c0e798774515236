import type { Answer } from '../shared/answer.ts';
import type { IntegrationResult } from '../integrations/integration.ts';
import { Refusal } from './refusal.ts';

/** What a route comes to: the status that decides about an upgrade, and what may be told to the client. */
export interface RouteAnswer {
  readonly status: number;
  readonly headers: Answer['headers'];
  /** Undefined when there is nothing to tell. */
  readonly body: string | undefined;
}

export const nothingToTell: RouteAnswer = { status: 200, headers: {}, body: undefined };

/** The refusal for a back end that did not answer. */
export function refusalOf(result: Exclude<IntegrationResult, { kind: 'answered' }>): Refusal {
  const { kind, reason, isLate } = result;
  if (isLate) return new Refusal('INTEGRATION_TIMEOUT', { reason });
  return kind === 'unavailable'
    ? new Refusal('INTEGRATION_FAILURE', { reason, message: 'Internal server error' })
    : new Refusal('API_CONFIGURATION_ERROR', { reason });
}

export function textOf(body: Uint8Array | string): string {
  return typeof body === 'string'
    ? body
    : Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString();
}
