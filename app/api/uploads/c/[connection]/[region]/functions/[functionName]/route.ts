import { deployCode } from '@/lib/actions/functions/deploy-code';
import { answerWith } from '@/lib/auth/api-answer';
import { requireUser } from '@/lib/auth/guard';
import { refuseForeign } from '@/lib/auth/origin';
import { readUpload } from '@/lib/auth/read-upload';
import { AuthRefusal } from '@/lib/auth/user';
import { getConfig } from '@/lib/config';
import { consoleError } from '@/lib/domain/console-error';
import { editLimits } from '@/lib/domain/edit-limits';
import { refuse } from '@/lib/shared/result';

export const dynamic = 'force-dynamic';

/** Each upload is held in memory whole, since the SDK takes it so. */
const uploadsAtOnceMax = 4;
let uploadsNow = 0;

interface Context {
  readonly params: Promise<{ connection: string; region: string; functionName: string }>;
}

/**
 * Deploys the .zip in the body. Stands outside of the proxy, which would cut it at 10 MB, and therefore asks for
 * origin and role itself, before it reads a byte. `?revision=` refuses the deploy when the function has moved on.
 */
export async function PUT(request: Request, { params }: Context): Promise<Response> {
  const foreign = refuseForeign(request, getConfig());
  if (foreign) return foreign;
  const { connection, region, functionName } = await params;
  const target = { place: { connectionId: connection, region }, functionName };
  try {
    await requireUser('developer');
  } catch (error) {
    if (!(error instanceof AuthRefusal)) throw error;
    // The action refuses for the same reason, and records that someone tried.
    const refusal = await deployCode({ ...target, zip: new Uint8Array() });
    return answerWith(refusal, error.reason === 'signed-out' ? 401 : 403);
  }
  if (uploadsNow >= uploadsAtOnceMax) {
    return answerWith(
      refuse(consoleError('throttled', 'Four uploads are under way. Try again when one has ended.')),
    );
  }
  uploadsNow += 1;
  try {
    const zip = await readUpload(request, editLimits.uploadBytesMax);
    if (!zip.ok) return answerWith(refuse(zip.error.error), zip.error.status);
    const revisionId = new URL(request.url).searchParams.get('revision') ?? undefined;
    return answerWith(await deployCode({ ...target, revisionId, zip: zip.data }));
  } finally {
    uploadsNow -= 1;
  }
}
