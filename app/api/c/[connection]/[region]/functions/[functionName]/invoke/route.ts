import { invokeFunction } from '@/lib/actions/functions/invoke-function';
import { answerWith } from '@/lib/auth/api-answer';
import { readText } from '@/lib/auth/read-text';
import { requireUser } from '@/lib/auth/guard';
import { AuthRefusal } from '@/lib/auth/user';

export const dynamic = 'force-dynamic';

interface Context {
  readonly params: Promise<{ connection: string; region: string; functionName: string }>;
}

/** More than AWS takes (6 MB), so that AWS says so in its own words. */
const eventBytesMax = 7 * 1024 * 1024;

/** Runs the function with the body as its event; answers with an InvocationResult when it has ended. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { connection, region, functionName } = await params;
  const operation = 'lambda:Invoke';
  const target = { place: { connectionId: connection, region }, functionName };
  try {
    // Before the body is read: strangers get no 7 MB of our memory.
    await requireUser('developer');
  } catch (error) {
    if (!(error instanceof AuthRefusal)) throw error;
    // The action refuses for the same reason, and records that someone tried.
    const refusal = await invokeFunction({ ...target, payload: '{}' }, request.signal);
    return answerWith(refusal, error.reason === 'signed-out' ? 401 : 403);
  }
  const body = await readText(request, eventBytesMax, operation);
  if (!body.ok) return answerWith(body);
  const qualifier = new URL(request.url).searchParams.get('qualifier') ?? undefined;
  const input = {
    ...target,
    payload: body.data,
    ...(qualifier && { qualifier }),
  };
  return answerWith(await invokeFunction(input, request.signal));
}
