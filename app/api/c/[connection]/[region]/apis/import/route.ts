import { importApi, previewImport } from '@/lib/actions/apis/import-api';
import { answerWith } from '@/lib/auth/api-answer';
import { requireUser } from '@/lib/auth/guard';
import { readText } from '@/lib/auth/read-text';
import { AuthRefusal } from '@/lib/auth/user';
import { consoleError } from '@/lib/domain/console-error';
import { refuse } from '@/lib/shared/result';

export const dynamic = 'force-dynamic';

interface Context {
  readonly params: Promise<{ connection: string; region: string }>;
}

/** A definition of 6 MB as a JSON text, with what escaping adds to most of them. */
const requestBytesMax = 9 * 1024 * 1024;
const operation = 'apigateway:ImportApi';

/** Imports the definition of the body, or with `?preview` tells what an import would create. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { connection, region } = await params;
  const place = { connectionId: connection, region };
  const act = new URL(request.url).searchParams.has('preview') ? previewImport : importApi;
  try {
    // Before the body is read: strangers get no memory of ours.
    await requireUser('developer');
  } catch (error) {
    if (!(error instanceof AuthRefusal)) throw error;
    // The action refuses for the same reason, and records that someone tried.
    return answerWith(await act({ place }), error.reason === 'signed-out' ? 401 : 403);
  }
  const body = await readText(request, requestBytesMax, operation);
  if (!body.ok) return answerWith(body);
  let parsed: unknown;
  try {
    parsed = JSON.parse(body.data);
  } catch {
    return answerWith(refuse(consoleError('invalid', 'The body is not JSON.', { operation })));
  }
  return answerWith(await act({ ...(typeof parsed === 'object' ? parsed : {}), place }));
}
