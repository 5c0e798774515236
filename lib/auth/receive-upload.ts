import 'server-only';
import { answerWith } from '@/lib/auth/api-answer';
import { requireUser } from '@/lib/auth/guard';
import { refuseForeign } from '@/lib/auth/origin';
import { readUpload } from '@/lib/auth/read-upload';
import { AuthRefusal } from '@/lib/auth/user';
import { getConfig } from '@/lib/config';
import { consoleError, type ActionResult } from '@/lib/domain/console-error';
import { refuse } from '@/lib/shared/result';

/** Each upload is held in memory whole, since the SDK takes it so. */
const uploadsAtOnceMax = 4;
let uploadsNow = 0;

/**
 * Takes the archive in the body of a request and hands it to an action. Upload routes stand outside of the proxy,
 * which would cut them at 10 MB, and therefore ask for origin and role here, before a byte is read. `accept` is
 * called without bytes for whoever may not: its refusal is for the same reason, and records that someone tried.
 */
export async function receiveUpload(
  request: Request,
  bytesMax: number,
  accept: (zip: Uint8Array) => Promise<ActionResult<unknown>>,
): Promise<Response> {
  const foreign = refuseForeign(request, getConfig());
  if (foreign) return foreign;
  try {
    await requireUser('developer');
  } catch (error) {
    if (!(error instanceof AuthRefusal)) throw error;
    return answerWith(await accept(new Uint8Array()), error.reason === 'signed-out' ? 401 : 403);
  }
  if (uploadsNow >= uploadsAtOnceMax) {
    return answerWith(
      refuse(consoleError('throttled', 'Four uploads are under way. Try again when one has ended.')),
    );
  }
  uploadsNow += 1;
  try {
    const zip = await readUpload(request, bytesMax);
    if (!zip.ok) return answerWith(refuse(zip.error.error), zip.error.status);
    return answerWith(await accept(zip.data));
  } finally {
    uploadsNow -= 1;
  }
}
