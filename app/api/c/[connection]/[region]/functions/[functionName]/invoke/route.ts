import { invokeFunction } from '@/lib/actions/functions/invoke-function';
import { answerRefusal, answerWith } from '@/lib/auth/api-answer';
import { readText } from '@/lib/auth/read-text';
import { requireUser } from '@/lib/auth/guard';
import { streamAnswer } from '@/lib/auth/stream-answer';
import { AuthRefusal } from '@/lib/auth/user';
import { runIdHeader, type RunMessage } from '@/lib/domain/test-run';
import { getRun } from '@/lib/queries/test-events';

export const dynamic = 'force-dynamic';

interface Context {
  readonly params: Promise<{ connection: string; region: string; functionName: string }>;
}

/** More than AWS takes (6 MB), so that AWS says so in its own words. */
const eventBytesMax = 7 * 1024 * 1024;

async function targetOf({ params }: Context) {
  const { connection, region, functionName } = await params;
  return { place: { connectionId: connection, region }, functionName };
}

/** One run of whoever asks, `?run=`; with event, outcome and log. */
export async function GET(request: Request, context: Context): Promise<Response> {
  const { place, functionName } = await targetOf(context);
  try {
    const id = new URL(request.url).searchParams.get('run') ?? '';
    return answerWith(await getRun(place, functionName, id));
  } catch (error) {
    return answerRefusal(error, 'console:GetRun');
  }
}

/**
 * Runs the function with the body as its event. Answers with an InvocationResult when it has ended; with `?streams=1`
 * by server-sent events, each `data` one RunMessage.
 */
export async function POST(request: Request, context: Context): Promise<Response> {
  const target = await targetOf(context);
  const operation = 'lambda:Invoke';
  try {
    // Before the body is read: strangers get no 7 MB of our memory.
    await requireUser('developer');
  } catch (error) {
    if (!(error instanceof AuthRefusal)) throw error;
    // The action refuses for the same reason, and records that someone tried.
    const { result } = await invokeFunction({ ...target, payload: '{}' }, request.signal);
    return answerWith(result, error.reason === 'signed-out' ? 401 : 403);
  }
  const body = await readText(request, eventBytesMax, operation);
  if (!body.ok) return answerWith(body);
  const query = new URL(request.url).searchParams;
  const [qualifier, eventName, tenantId] = ['qualifier', 'event', 'tenant'].map((name) => query.get(name));
  const input = {
    ...target,
    payload: body.data,
    ...(qualifier && { qualifier }),
    ...(eventName && { eventName }),
    ...(tenantId && { tenantId }),
    ...(query.get('durable') === '1' && { durable: { executionName: query.get('execution') ?? '' } }),
  };
  if (query.get('streams') === '1') return streamRun({ ...input, streams: true }, request.signal);
  const { result, runId } = await invokeFunction(input, request.signal);
  const answer = answerWith(result);
  if (runId !== undefined) answer.headers.set(runIdHeader, runId);
  return answer;
}

function streamRun(input: object, signal: AbortSignal): Response {
  return streamAnswer<RunMessage>(signal, async (send, stopped) => {
    const { result, runId } = await invokeFunction(input, stopped, (text) => send({ kind: 'chunk', text }));
    const outcome = result.ok
      ? ({ kind: 'answered', result: result.data } as const)
      : ({ kind: 'refused', error: result.error } as const);
    send({ kind: 'end', outcome, id: runId });
  });
}
