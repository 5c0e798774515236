import { Readable } from 'node:stream';
import { recordAudit } from '@/lib/audit/record';
import { answerRefusal, answerWith } from '@/lib/auth/api-answer';
import { requireUser } from '@/lib/auth/guard';
import { openLayerDownload } from '@/lib/queries/layers';

export const dynamic = 'force-dynamic';

const operation = 'lambda:GetLayerVersion';

interface Context {
  readonly params: Promise<{ connection: string; region: string; layer: string; version: string }>;
}

/** The archive of a layer version, recorded as code that left. The presigned URL it comes from stays on the server. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { connection, region, layer, version } = await params;
  try {
    const actor = await requireUser('viewer');
    const place = { connectionId: connection, region };
    const opened = await openLayerDownload(place, layer, Number(version));
    recordAudit({
      actor,
      action: 'layer.download',
      place,
      target: layer,
      operation,
      details: { version: Number(version) },
      ...(opened.ok
        ? { outcome: 'ok' }
        : { outcome: 'refused', kind: opened.error.kind, requestId: opened.error.requestId }),
    });
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
    return answerRefusal(error, operation);
  }
}
