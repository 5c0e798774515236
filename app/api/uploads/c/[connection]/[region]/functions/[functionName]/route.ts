import { deployCode } from '@/lib/actions/functions/deploy-code';
import { receiveUpload } from '@/lib/auth/receive-upload';
import { editLimits } from '@/lib/domain/edit-limits';

export const dynamic = 'force-dynamic';

interface Context {
  readonly params: Promise<{ connection: string; region: string; functionName: string }>;
}

/** Deploys the .zip in the body. `?revision=` refuses the deploy when the function has moved on. */
export async function PUT(request: Request, { params }: Context): Promise<Response> {
  const { connection, region, functionName } = await params;
  const revisionId = new URL(request.url).searchParams.get('revision') ?? undefined;
  return receiveUpload(request, editLimits.uploadBytesMax, (zip) =>
    deployCode({ place: { connectionId: connection, region }, functionName, revisionId, zip }),
  );
}
