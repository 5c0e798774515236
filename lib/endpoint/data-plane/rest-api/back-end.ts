import type { Answer } from '../shared/answer.ts';
import type { IntegrationResult } from '../integrations/integration.ts';
import { Refusal } from './refusal.ts';

/** What a back end of a non-proxy integration answered. */
export interface BackEndAnswer {
  readonly status: number;
  readonly headers: Answer['headers'];
  readonly body: Uint8Array;
  /** What selection patterns are compared with; undefined chooses the default. */
  readonly selectBy: string | undefined;
}

/** The refusal for a back end that did not answer. */
export function refusalOf(result: Exclude<IntegrationResult, { kind: 'answered' }>): Refusal {
  const { kind, reason, isLate } = result;
  if (isLate) return new Refusal('INTEGRATION_TIMEOUT', { reason });
  if (kind === 'too-large') return new Refusal('REQUEST_TOO_LARGE', { reason });
  return kind === 'unavailable'
    ? new Refusal('INTEGRATION_FAILURE', { reason })
    : new Refusal('API_CONFIGURATION_ERROR', { reason });
}

export function bytesOf(body: Uint8Array | string): Uint8Array {
  return typeof body === 'string' ? Buffer.from(body) : body;
}
