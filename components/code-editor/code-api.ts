import type { DeployedCode } from '@/lib/actions/functions/deploy-code';
import { sha256Hex } from '@/components/patterns/sha256';
import { apiRoutes } from '@/lib/api-routes';
import { consoleError, type ActionResult } from '@/lib/domain/console-error';
import type { CodeFile, CodePackage } from '@/lib/queries/function-code';
import { withQuery, type Place } from '@/lib/routes';
import { refuse } from '@/lib/shared/result';

/** What the browser asks of the console's own routes: a refusal is a value, also when nothing answers. */

const unreachable = () =>
  refuse(
    consoleError('unreachable', 'The console did not answer. Check the network and that its server runs.'),
  );

/** An answer of our routes; anything else comes from something in between. */
function readAnswer<T>(text: string, status: number): ActionResult<T> {
  try {
    const answer: unknown = JSON.parse(text);
    if (typeof answer === 'object' && answer !== null && 'ok' in answer) return answer as ActionResult<T>;
  } catch {
    // Not JSON: said below.
  }
  const detail = text.length > 0 && text.length < 300 && !text.startsWith('<') ? ` ${text}` : '';
  return refuse(consoleError('unexpected', `The console answered with HTTP ${status}.${detail}`));
}

async function get<T>(url: string, signal: AbortSignal | undefined): Promise<ActionResult<T>> {
  try {
    const response = await fetch(url, { signal, cache: 'no-store' });
    return readAnswer(await response.text(), response.status);
  } catch (error) {
    if (signal?.aborted) throw error;
    return unreachable();
  }
}

/** The deployed code. Rejects only when `signal` aborts. */
export function fetchPackage(
  place: Place,
  name: string,
  qualifier: string | undefined,
  signal?: AbortSignal,
): Promise<ActionResult<CodePackage>> {
  return get(withQuery(apiRoutes.functionCode(place, name), { qualifier }), signal);
}

/** One file of a package that is listed only. */
export function fetchFile(
  place: Place,
  name: string,
  file: { readonly path: string; readonly qualifier: string | undefined },
  signal: AbortSignal,
): Promise<ActionResult<CodeFile>> {
  const query = { file: file.path, qualifier: file.qualifier };
  return get(withQuery(apiRoutes.functionCode(place, name), query), signal);
}

export const downloadHref = (place: Place, name: string, qualifier: string | undefined) =>
  withQuery(apiRoutes.functionCode(place, name), { download: 'zip', qualifier });

export interface DeployRequest {
  readonly place: Place;
  readonly name: string;
  readonly zip: Blob;
  /** Refuses the deploy when the function has another one by now. */
  readonly revisionId: string | undefined;
  /** Share of the body that is sent, 0 to 1. */
  readonly onProgress: (share: number) => void;
}

/**
 * Sends a package and waits for the answer, which comes when Lambda has taken it over. By XMLHttpRequest, since
 * `fetch` tells nothing about how much of a body is sent.
 */
export async function deployPackage(request: DeployRequest): Promise<ActionResult<DeployedCode>> {
  const sha256 = await sha256Hex(new Uint8Array(await request.zip.arrayBuffer()));
  return new Promise((resolve) => {
    const call = new XMLHttpRequest();
    const url = withQuery(apiRoutes.uploadCode(request.place, request.name), {
      revision: request.revisionId,
    });
    call.open('PUT', url);
    call.setRequestHeader('content-type', 'application/zip');
    call.setRequestHeader('x-content-sha256', sha256);
    call.upload.addEventListener('progress', ({ loaded, total }) =>
      request.onProgress(total > 0 ? loaded / total : 0),
    );
    call.addEventListener('load', () => resolve(readAnswer(call.responseText, call.status)));
    call.addEventListener('error', () => resolve(unreachable()));
    call.addEventListener('abort', () => resolve(unreachable()));
    call.send(request.zip);
  });
}
