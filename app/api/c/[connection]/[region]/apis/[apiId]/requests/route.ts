import { sendApiRequest } from '@/lib/actions/apis/send-api-request';
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

/** The body of a request of 6 MB as JSON, and its headers. */
const requestBytesMax = 14 * 1024 * 1024;
const operation = 'execute-api:Invoke';

/** Calls a deployed API with the request of the body (an ApiRequest as JSON); answers with an ApiAnswer. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { connection, region, apiId } = await params;
  const target = { place: { connectionId: connection, region }, apiId };
  try {
    // Before the body is read: strangers get no memory of ours.
    await requireUser('developer');
  } catch (error) {
    if (!(error instanceof AuthRefusal)) throw error;
    // The action refuses for the same reason, and records that someone tried.
    const refusal = await sendApiRequest({ ...target, request: refusedRequest }, request.signal);
    return answerWith(refusal, error.reason === 'signed-out' ? 401 : 403);
  }
  const body = await readText(request, requestBytesMax, operation);
  if (!body.ok) return answerWith(body);
  let parsed: unknown;
  try {
    parsed = JSON.parse(body.data);
  } catch {
    return answerWith(refuse(consoleError('invalid', 'The body is not JSON.', { operation })));
  }
  return answerWith(await sendApiRequest({ ...target, request: parsed }, request.signal));
}

/** Stands for what was not read. */
const refusedRequest = {
  stage: '-',
  method: 'GET',
  path: '/',
  query: [],
  headers: [],
  body: '',
  auth: 'none',
};
