import type { WireReply } from '../wire/message.ts';

/** An answer outside of any AWS protocol. */
export function plainReply(status: number, message: string, requestId: string): WireReply {
  return {
    status,
    headers: { 'content-type': 'application/json', 'x-amzn-requestid': requestId },
    body: JSON.stringify({ message }),
  };
}
