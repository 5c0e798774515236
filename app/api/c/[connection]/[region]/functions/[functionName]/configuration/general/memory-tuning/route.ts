import { tuneMemory } from '@/lib/actions/functions/tune-memory';
import { answerWith } from '@/lib/auth/api-answer';
import { requireUser } from '@/lib/auth/guard';
import { readText } from '@/lib/auth/read-text';
import { streamAnswer } from '@/lib/auth/stream-answer';
import { AuthRefusal } from '@/lib/auth/user';
import { consoleError } from '@/lib/domain/console-error';
import type { TuningMessage } from '@/lib/domain/memory-tuning';
import { refuse } from '@/lib/shared/result';

export const dynamic = 'force-dynamic';

interface Context {
  readonly params: Promise<{ connection: string; region: string; functionName: string }>;
}

const operation = 'lambda:PublishVersion';
const planBytesMax = 2 * 1024 * 1024;

/** Runs a plan (event, sizes, runs of each, as JSON) and streams what happens: each `data` is one TuningMessage. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { connection, region, functionName } = await params;
  const target = { place: { connectionId: connection, region }, functionName };
  try {
    await requireUser('developer');
  } catch (error) {
    if (!(error instanceof AuthRefusal)) throw error;
    // The action refuses for the same reason, and records that someone tried.
    const refusal = await tuneMemory({ ...target, event: '', sizesMb: [128], runs: 1 }, request.signal);
    return answerWith(refusal, error.reason === 'signed-out' ? 401 : 403);
  }
  const body = await readText(request, planBytesMax, operation);
  if (!body.ok) return answerWith(body);
  let plan: unknown;
  try {
    plan = JSON.parse(body.data);
  } catch {
    return answerWith(refuse(consoleError('invalid', 'The body is not JSON.', { operation })));
  }
  const input = { ...(typeof plan === 'object' ? plan : {}), ...target };
  return streamAnswer<TuningMessage>(request.signal, async (send, signal) => {
    const result = await tuneMemory(input, signal, send);
    send(result.ok ? { kind: 'end', end: result.data } : { kind: 'failed', error: result.error });
  });
}
