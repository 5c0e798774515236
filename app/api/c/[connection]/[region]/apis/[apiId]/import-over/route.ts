import { reimportHttpApi } from '@/lib/actions/http-apis/reimport';
import { importOverRestApi } from '@/lib/actions/rest-apis/import-over';
import { answerWith } from '@/lib/auth/api-answer';
import { requireUser } from '@/lib/auth/guard';
import { readText } from '@/lib/auth/read-text';
import { AuthRefusal } from '@/lib/auth/user';
import { consoleError } from '@/lib/domain/console-error';
import { refuse } from '@/lib/shared/result';

export const dynamic = 'force-dynamic';

interface Context {
  readonly params: Promise<{ connection: string; region: string; apiId: string }>;
}

/** A definition of 6 MB as a JSON text, with what escaping adds to most of them. */
const requestBytesMax = 9 * 1024 * 1024;

/** Imports the definition of the body over an API, by merging or overwriting; with `?protocol=HTTP`, over an HTTP API. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { connection, region, apiId } = await params;
  const target = { place: { connectionId: connection, region }, apiId };
  const isHttp = new URL(request.url).searchParams.get('protocol') === 'HTTP';
  const importOver = isHttp ? reimportHttpApi : importOverRestApi;
  const operation = isHttp ? 'apigateway:ReimportApi' : 'apigateway:PutRestApi';
  try {
    // Before the body is read: strangers get no memory of ours.
    await requireUser('developer');
  } catch (error) {
    if (!(error instanceof AuthRefusal)) throw error;
    // The action refuses for the same reason, and records that someone tried.
    return answerWith(await importOver(target), error.reason === 'signed-out' ? 401 : 403);
  }
  const body = await readText(request, requestBytesMax, operation);
  if (!body.ok) return answerWith(body);
  let parsed: unknown;
  try {
    parsed = JSON.parse(body.data);
  } catch {
    return answerWith(refuse(consoleError('invalid', 'The body is not JSON.', { operation })));
  }
  return answerWith(await importOver({ ...(typeof parsed === 'object' ? parsed : {}), ...target }));
}
