import 'server-only';

/** A comment line this often keeps proxies from closing a quiet stream. */
const heartbeatMs = 15_000;

/**
 * Answers with server-sent events, each `data` one message as JSON. `work` sends them until it is done; its signal
 * tells when the reader has gone, from when on nothing is sent any more.
 */
export function streamAnswer<Message>(
  reader: AbortSignal,
  work: (send: (message: Message) => void, signal: AbortSignal) => Promise<void>,
): Response {
  const stop = new AbortController();
  reader.addEventListener('abort', () => stop.abort());
  if (reader.aborted) stop.abort();
  const encoder = new TextEncoder();
  const stream = new ReadableStream<Uint8Array>({
    async start(controller) {
      const write = (text: string) => {
        if (!stop.signal.aborted) controller.enqueue(encoder.encode(text));
      };
      const heartbeat = setInterval(() => write(': still here\n\n'), heartbeatMs);
      try {
        await work((message) => write(`data: ${JSON.stringify(message)}\n\n`), stop.signal);
      } finally {
        clearInterval(heartbeat);
        // Closing a stream that its reader has cancelled throws; there is nobody left to tell.
        if (!stop.signal.aborted) controller.close();
      }
    },
    cancel: () => stop.abort(),
  });
  return new Response(stream, {
    headers: {
      'content-type': 'text/event-stream',
      'cache-control': 'no-cache, no-transform',
      'x-accel-buffering': 'no',
    },
  });
}
