import { invokeFunction } from '@/lib/actions/functions/invoke-function';
import { answerRefusal, answerWith } from '@/lib/auth/api-answer';
import { readText } from '@/lib/auth/read-text';
import { requireUser } from '@/lib/auth/guard';

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
  try {
    // Before the body is read: strangers get no 7 MB of our memory.
    await requireUser('developer');
  } catch (error) {
    return answerRefusal(error, operation);
  }
  const body = await readText(request, eventBytesMax, operation);
  if (!body.ok) return answerWith(body);
  const qualifier = new URL(request.url).searchParams.get('qualifier') ?? undefined;
  const input = {
    place: { connectionId: connection, region },
    functionName,
    payload: body.data,
    ...(qualifier && { qualifier }),
  };
  return answerWith(await invokeFunction(input, request.signal));
}
