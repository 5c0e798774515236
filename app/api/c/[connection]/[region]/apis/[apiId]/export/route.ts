import { answerRefusal, answerWith } from '@/lib/auth/api-answer';
import { requireUser } from '@/lib/auth/guard';
import { exportFileName, readExportChoice } from '@/lib/domain/rest-api/export';
import { exportHttpApi } from '@/lib/queries/export-http-api';
import { exportRestApi } from '@/lib/queries/rest-export';

export const dynamic = 'force-dynamic';

interface Context {
  readonly params: Promise<{ connection: string; region: string; apiId: string }>;
}

function download(text: Uint8Array | string, format: 'json' | 'yaml', name: string): Response {
  // Names of stages and ids have no quotes; anything else is not put into a header.
  const fileName = name.replace(/[^\w.-]/g, '_');
  return new Response(Buffer.from(text), {
    headers: {
      'content-type': format === 'json' ? 'application/json' : 'application/yaml',
      'content-disposition': `attachment; filename="${fileName}"`,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    },
  });
}

/** Downloads the definition of what a stage serves; with `?protocol=HTTP`, of an HTTP API, with a stage or as it stands. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { connection, region, apiId } = await params;
  try {
    await requireUser('viewer');
  } catch (error) {
    return answerRefusal(error, 'apigateway:GetExport');
  }
  const place = { connectionId: connection, region };
  const query = new URL(request.url).searchParams;
  if (query.get('protocol') === 'HTTP') {
    const format = query.get('format') === 'YAML' ? 'YAML' : 'JSON';
    const stage = query.get('stage') ?? undefined;
    const extensions = query.get('extensions') === 'on';
    const exported = await exportHttpApi(place, apiId, { format, stage, extensions });
    if (!exported.ok) return answerWith(exported);
    const ending = format === 'YAML' ? 'yaml' : 'json';
    return download(exported.data, ending, `${apiId}-${stage ?? 'latest'}-oas30.${ending}`);
  }
  const choice = readExportChoice(query);
  const found = await exportRestApi(place, apiId, choice);
  if (!found.ok) return answerWith(found);
  return download(found.data, choice.format, exportFileName(apiId, choice));
}
