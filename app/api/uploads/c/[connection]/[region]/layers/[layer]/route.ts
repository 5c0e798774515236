import { publishLayerAction } from '@/lib/actions/layers/publish-layer';
import { receiveUpload } from '@/lib/auth/receive-upload';
import { editLimits } from '@/lib/domain/edit-limits';

export const dynamic = 'force-dynamic';

interface Context {
  readonly params: Promise<{ connection: string; region: string; layer: string }>;
}

/** The version's facts as JSON; what is no JSON is refused by the action, which expects an object. */
function readDetails(text: string | null): unknown {
  try {
    return JSON.parse(text ?? '{}');
  } catch {
    return text;
  }
}

/** Publishes the .zip in the body as a version of a layer; `?details=` says what it is. */
export async function PUT(request: Request, { params }: Context): Promise<Response> {
  const { connection, region, layer } = await params;
  const details = readDetails(new URL(request.url).searchParams.get('details'));
  return receiveUpload(request, editLimits.uploadBytesMax, (zip) =>
    publishLayerAction({ place: { connectionId: connection, region }, layer, details, zip }),
  );
}
