import { Readable } from 'node:stream';
import { answerRefusal, answerWith } from '@/lib/auth/api-answer';
import { openLayerDownload } from '@/lib/queries/layers';

export const dynamic = 'force-dynamic';

interface Context {
  readonly params: Promise<{ connection: string; region: string; layer: string; version: string }>;
}

/** The archive of a layer version. The presigned URL it comes from stays on the server. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { connection, region, layer, version } = await params;
  try {
    const opened = await openLayerDownload({ connectionId: connection, region }, layer, Number(version));
    if (!opened.ok) return answerWith(opened);
    const { stream, bytes } = opened.data;
    const name = `${layer.replace(/[^a-zA-Z0-9-_]/g, '')}-${Number(version)}.zip`;
    return new Response(Readable.toWeb(stream) as ReadableStream, {
      headers: {
        'content-type': 'application/zip',
        'content-disposition': `attachment; filename="${name}"`,
        'cache-control': 'no-store',
        ...(bytes === undefined ? {} : { 'content-length': String(bytes) }),
      },
    });
  } catch (error) {
    return answerRefusal(error, 'lambda:GetLayerVersion');
  }
}
