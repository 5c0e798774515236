import { Readable } from 'node:stream';
import { recordAudit } from '@/lib/audit/record';
import { answerRefusal, answerWith } from '@/lib/auth/api-answer';
import { requireUser } from '@/lib/auth/guard';
import { readQualifier } from '@/lib/domain/qualifier';
import { getCodeFile, getCodePackage, openCodeDownload } from '@/lib/queries/function-code';
import type { Place } from '@/lib/routes';

export const dynamic = 'force-dynamic';

const operation = 'lambda:GetFunction';

interface Context {
  readonly params: Promise<{ connection: string; region: string; functionName: string }>;
}

/**
 * The deployed code: as JSON for the editor, one file of it with `?file=path`, or the .zip itself with
 * `?download=zip`; of a version or an alias with `?qualifier=`. The presigned URL it comes from stays on the server.
 */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { connection, region, functionName } = await params;
  const place: Place = { connectionId: connection, region };
  const query = new URL(request.url).searchParams;
  try {
    const qualifier = readQualifier(query.get('qualifier'));
    if (query.get('download') === 'zip') return await download(place, functionName, qualifier);
    const file = query.get('file');
    return answerWith(
      file === null
        ? await getCodePackage(place, functionName, qualifier)
        : await getCodeFile(place, functionName, file, qualifier),
    );
  } catch (error) {
    return answerRefusal(error, operation);
  }
}

async function download(
  place: Place,
  functionName: string,
  qualifier: string | undefined,
): Promise<Response> {
  const actor = await requireUser('viewer');
  const opened = await openCodeDownload(place, functionName, qualifier);
  recordAudit({
    actor,
    action: 'function.code-download',
    place,
    target: functionName,
    operation,
    details: qualifier === undefined ? {} : { qualifier },
    ...(opened.ok
      ? { outcome: 'ok' }
      : { outcome: 'refused', kind: opened.error.kind, requestId: opened.error.requestId }),
  });
  if (!opened.ok) return answerWith(opened);
  const { stream, bytes } = opened.data;
  return new Response(Readable.toWeb(stream) as ReadableStream, {
    headers: {
      'content-type': 'application/zip',
      'content-disposition': `attachment; filename="${functionName.replace(/[^a-zA-Z0-9-_]/g, '')}.zip"`,
      'cache-control': 'no-store',
      ...(bytes === undefined ? {} : { 'content-length': String(bytes) }),
    },
  });
}
