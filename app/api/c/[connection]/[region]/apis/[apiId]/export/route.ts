import { answerWith } from '@/lib/auth/api-answer';
import { requireUser } from '@/lib/auth/guard';
import { AuthRefusal } from '@/lib/auth/user';
import { consoleError } from '@/lib/domain/console-error';
import { exportHttpApi } from '@/lib/queries/export-http-api';
import { readPlace } from '@/lib/queries/read-place';
import { refuse } from '@/lib/shared/result';

export const dynamic = 'force-dynamic';

interface Context {
  readonly params: Promise<{ connection: string; region: string; apiId: string }>;
}
const operation = 'apigateway:ExportApi';

/** The OpenAPI definition of an HTTP API as a file. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { connection, region, apiId } = await params;
  const query = new URL(request.url).searchParams;
  const place = readPlace(connection, region);
  const stage = query.get('stage') ?? '';
  const isReadable = /^[\w-]{1,64}$/.test(apiId) && /^(|\$default|[\w-]{1,128})$/.test(stage);
  if (!place || !isReadable)
    return answerWith(refuse(consoleError('invalid', 'The address cannot be read.', { operation })));
  try {
    await requireUser('viewer');
  } catch (error) {
    if (!(error instanceof AuthRefusal)) throw error;
    const denied = consoleError('denied', error.message, { operation });
    return answerWith(refuse(denied), error.reason === 'signed-out' ? 401 : 403);
  }
  const format = query.get('format') === 'YAML' ? 'YAML' : 'JSON';
  const exported = await exportHttpApi(place, apiId, {
    format,
    stage: stage === '' ? undefined : stage,
    extensions: query.get('extensions') === 'on',
  });
  if (!exported.ok) return answerWith(exported);
  return new Response(exported.data, {
    headers: {
      'content-type': format === 'YAML' ? 'application/yaml' : 'application/json',
      'content-disposition': `attachment; filename="${apiId}.${format.toLowerCase()}"`,
      'cache-control': 'no-store',
    },
  });
}
