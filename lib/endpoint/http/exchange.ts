import type { IncomingMessage, ServerResponse } from 'node:http';
import type { CredentialScope } from '../wire/credential-scope.ts';
import type { WireReply, WireRequest } from '../wire/message.ts';

/** One request on its way along the chain. Steps may fill in what later steps need. */
export interface Exchange {
  readonly incoming: IncomingMessage;
  readonly outgoing: ServerResponse;
  readonly request: WireRequest;
  /** Lower-case host name without port; IPv6 in brackets. */
  readonly hostName: string;
  readonly requestId: string;
  /** Set by the step that asks for a signature. */
  scope: CredentialScope | undefined;
}

/** `handled` when the step has taken over the response; undefined to go on. */
export type StepResult = WireReply | 'handled' | undefined;
export type Step = (exchange: Exchange) => StepResult | Promise<StepResult>;
