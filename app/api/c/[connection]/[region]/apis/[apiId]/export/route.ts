import { answerRefusal, answerWith } from '@/lib/auth/api-answer';
import { requireUser } from '@/lib/auth/guard';
import { exportFileName, readExportChoice } from '@/lib/domain/rest-api/export';
import { exportRestApi } from '@/lib/queries/rest-export';

export const dynamic = 'force-dynamic';

interface Context {
  readonly params: Promise<{ connection: string; region: string; apiId: string }>;
}

/** Downloads the definition of what a stage serves. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { connection, region, apiId } = await params;
  try {
    await requireUser('viewer');
  } catch (error) {
    return answerRefusal(error, 'apigateway:GetExport');
  }
  const choice = readExportChoice(new URL(request.url).searchParams);
  const found = await exportRestApi({ connectionId: connection, region }, apiId, choice);
  if (!found.ok) return answerWith(found);
  // Names of stages and ids have no quotes; anything else is not put into a header.
  const fileName = exportFileName(apiId, choice).replace(/[^\w.-]/g, '_');
  return new Response(Buffer.from(found.data), {
    headers: {
      'content-type': choice.format === 'json' ? 'application/json' : 'application/yaml',
      'content-disposition': `attachment; filename="${fileName}"`,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    },
  });
}
