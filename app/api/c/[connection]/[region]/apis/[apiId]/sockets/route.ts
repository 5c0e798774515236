import { connectSocket } from '@/lib/actions/apis/connect-socket';
import { answerWith } from '@/lib/auth/api-answer';
import { requireUser } from '@/lib/auth/guard';
import { readText } from '@/lib/auth/read-text';
import { AuthRefusal } from '@/lib/auth/user';
import { whileSignedIn } from '@/lib/auth/while-signed-in';
import type { SocketEvent } from '@/lib/domain/api-socket';
import { consoleError } from '@/lib/domain/console-error';
import { refuse } from '@/lib/shared/result';

export const dynamic = 'force-dynamic';

interface Context {
  readonly params: Promise<{ connection: string; region: string; apiId: string }>;
}

const operation = 'execute-api:Connect';
const requestBytesMax = 1024 * 1024;
/** Events that a page has not read yet; beyond it the API is not read either. */
const unreadBytesMax = 4 * 1024 * 1024;
/** A comment line this often keeps proxies from closing a quiet stream. */
const heartbeatMs = 15_000;

const encoder = new TextEncoder();
const encode = (event: SocketEvent) => encoder.encode(`data: ${JSON.stringify(event)}\n\n`);
const streamHeaders = {
  'content-type': 'text/event-stream',
  'cache-control': 'no-cache, no-transform',
  'x-accel-buffering': 'no',
};

/**
 * Connects with a WebSocket API (the body is a SocketRequest as JSON) and streams what happens: each `data` is one
 * SocketEvent. The connection lives as long as the stream and the session: who stops reading closes it.
 */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { connection, region, apiId } = await params;
  const place = { connectionId: connection, region };
  try {
    await requireUser('developer');
  } catch (error) {
    if (!(error instanceof AuthRefusal)) throw error;
    // The action refuses for the same reason, and records that someone tried.
    const refusal = await connectSocket({ place, apiId, request: {} }, request.signal);
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
  const connected = await connectSocket({ place, apiId, request: parsed }, request.signal);
  if (!connected.ok) return answerWith(connected);
  const at = new Date().toISOString();
  if (connected.data.kind === 'refused') {
    return new Response(encode({ ...connected.data, at }), { headers: streamHeaders });
  }
  const { socket } = connected.data;
  const watch = whileSignedIn(request);
  watch.signal.addEventListener('abort', () => socket.close());
  if (watch.signal.aborted) socket.close();
  let heartbeat: ReturnType<typeof setInterval> | undefined;
  const stream = new ReadableStream<Uint8Array>(
    {
      start(controller) {
        const { id, protocol, handshakeMs } = socket;
        controller.enqueue(encode({ kind: 'opened', socketId: id, protocol, handshakeMs, at }));
        heartbeat = setInterval(() => controller.enqueue(encoder.encode(': still here\n\n')), heartbeatMs);
        socket.listen((event) => {
          try {
            controller.enqueue(encode(event));
            if (event.kind === 'closed') {
              watch.end();
              clearInterval(heartbeat);
              controller.close();
            } else if ((controller.desiredSize ?? 0) <= 0) socket.pause();
          } catch {
            watch.end();
            clearInterval(heartbeat); // The reader is gone; the socket is being closed.
          }
        });
      },
      pull: () => socket.resume(),
      cancel() {
        clearInterval(heartbeat);
        watch.end();
      },
    },
    new ByteLengthQueuingStrategy({ highWaterMark: unreadBytesMax }),
  );
  return new Response(stream, { headers: streamHeaders });
}
