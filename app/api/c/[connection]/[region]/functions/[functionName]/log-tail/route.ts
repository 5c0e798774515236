import { answerRefusal } from '@/lib/auth/api-answer';
import { requireUser } from '@/lib/auth/guard';
import { whileSignedIn } from '@/lib/auth/while-signed-in';
import { tailLog } from '@/lib/queries/log-tail';

export const dynamic = 'force-dynamic';

interface Context {
  readonly params: Promise<{ connection: string; region: string; functionName: string }>;
}

/** A comment line this often keeps proxies from closing a quiet stream. */
const heartbeatMs = 15_000;
const patternMax = 1024;

/** Server-sent events: each `data` is one TailMessage as JSON. Ends when the browser goes away, or the session. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { connection, region, functionName } = await params;
  const pattern = (new URL(request.url).searchParams.get('pattern') ?? '').slice(0, patternMax);
  try {
    await requireUser('viewer');
  } catch (error) {
    return answerRefusal(error, 'logs:StartLiveTail');
  }
  const stop = whileSignedIn(request);
  const messages = tailLog({ connectionId: connection, region }, functionName, pattern, stop.signal);
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    async start(controller) {
      const heartbeat = setInterval(
        () => controller.enqueue(encoder.encode(': still here\n\n')),
        heartbeatMs,
      );
      try {
        for await (const message of messages) {
          if (stop.signal.aborted) break;
          controller.enqueue(encoder.encode(`data: ${JSON.stringify(message)}\n\n`));
        }
      } finally {
        clearInterval(heartbeat);
        stop.end();
        // Closing a stream that its reader has cancelled throws; there is nobody left to tell.
        if (!request.signal.aborted) controller.close();
      }
    },
    cancel() {
      stop.end();
    },
  });
  return new Response(body, {
    headers: {
      'content-type': 'text/event-stream',
      'cache-control': 'no-cache, no-transform',
      'x-accel-buffering': 'no',
    },
  });
}
