import 'server-only';
import { headers } from 'next/headers';
import { requestedPathHeader } from '@/lib/auth/requested-path';
import { getFunction } from '@/lib/queries/function';
import type { Place } from '@/lib/routes';

/** A document waits this long to learn its status; a slower endpoint gets the skeleton and status 200. */
const waitMs = 1_500;
const functionPath = /^\/c\/([^/]+)\/([^/]+)\/functions\/([^/]+)(?:\/|$)/;

/** The function whose page the browser asked for, by the path alone; undefined on other pages. */
export async function requestedFunction(): Promise<{ place: Place; name: string } | undefined> {
  const match = functionPath.exec((await headers()).get(requestedPathHeader) ?? '');
  const [connectionId, region, name] = match?.slice(1).map(decodeURIComponent) ?? [];
  if (connectionId === undefined || region === undefined || name === undefined) return undefined;
  return name === 'create' ? undefined : { place: { connectionId, region }, name };
}

/**
 * True when a document of a function was asked for that does not exist. Asked above the skeletons, since the
 * status of an answer is sent with its first byte. Costs no call: the page below shares the answer.
 */
export async function isRequestedFunctionMissing(): Promise<boolean> {
  // A navigation inside the console has no status that anybody reads, and shows its skeleton at once.
  if ((await headers()).has('rsc')) return false;
  const requested = await requestedFunction();
  if (!requested) return false;
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(resolve, waitMs, undefined);
  });
  try {
    const found = await Promise.race([getFunction(requested.place, requested.name), late]);
    return found !== undefined && !found.ok && found.error.kind === 'not-found';
  } finally {
    clearTimeout(timer);
  }
}
