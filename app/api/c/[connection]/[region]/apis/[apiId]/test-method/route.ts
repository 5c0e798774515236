import { testRestMethod } from '@/lib/actions/rest-apis/test-method';
import { answerWith } from '@/lib/auth/api-answer';
import { requireUser } from '@/lib/auth/guard';
import { readText } from '@/lib/auth/read-text';
import { AuthRefusal } from '@/lib/auth/user';

export const dynamic = 'force-dynamic';

interface Context {
  readonly params: Promise<{ connection: string; region: string; apiId: string }>;
}

/** API Gateway takes bodies of 10 MB; the rest of a call is small. */
const callBytesMax = 11 * 1024 * 1024;

function parse(text: string): object {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}

/** Tests a method of a REST API; the body says which one and with what. Answers with a TestAnswer. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { connection, region, apiId } = await params;
  const target = { place: { connectionId: connection, region }, apiId };
  try {
    // Before the body is read: strangers get none of our memory.
    await requireUser('developer');
  } catch (error) {
    if (!(error instanceof AuthRefusal)) throw error;
    // The action refuses for the same reason, and records that someone tried.
    const refusal = await testRestMethod(target, request.signal);
    return answerWith(refusal, error.reason === 'signed-out' ? 401 : 403);
  }
  const body = await readText(request, callBytesMax, 'apigateway:TestInvokeMethod');
  if (!body.ok) return answerWith(body);
  return answerWith(await testRestMethod({ ...parse(body.data), ...target }, request.signal));
}
