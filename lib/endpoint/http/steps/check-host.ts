import type { Step } from '../exchange.ts';
import { plainReply } from '../plain-reply.ts';

const LOOPBACK_NAMES = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Whether the endpoint serves a host name: the loopback names, anything under `.localhost`, configured names. */
export function isServedHost(hostName: string, servedNames: ReadonlySet<string>): boolean {
  // StartLiveTail's clients put this before the host; no public name can begin so and end in a served name.
  const name = hostName.startsWith('stream-') ? hostName.slice('stream-'.length) : hostName;
  return LOOPBACK_NAMES.has(name) || name.endsWith('.localhost') || servedNames.has(name);
}

/** Refuses host names of others: a web page can point its own name at this machine (DNS rebinding). */
export function checkHost(servedNames: readonly string[], setting: string): Step {
  const served = new Set(servedNames.map((name) => name.toLowerCase()));
  return ({ hostName, requestId }) =>
    isServedHost(hostName, served)
      ? undefined
      : plainReply(
          403,
          `The host name '${hostName}' is not served here. If this machine is meant, add the name to ${setting}.`,
          requestId,
        );
}
