import 'server-only';
import { runAction } from '@/lib/actions/run-action';
import {
  findHeldSocket,
  holdSocket,
  socketLimit,
  socketsMax,
  socketsOfUserMax,
  type HeldSocket,
} from '@/lib/actions/apis/held-sockets';
import { apiAddress } from '@/lib/aws/api-address';
import { awsFor } from '@/lib/aws/clients';
import { openApiSocket } from '@/lib/aws/open-api-socket';
import { socketMessageBytesMax } from '@/lib/domain/api-socket';
import { consoleError, type ActionResult } from '@/lib/domain/console-error';
import { openSocketSchema, sendOnSocketSchema } from '@/lib/forms/api-request';
import { refuse, succeed } from '@/lib/shared/result';

export type Connected =
  | { readonly kind: 'open'; readonly socket: HeldSocket }
  | { readonly kind: 'refused'; readonly status: number; readonly body: string };

/**
 * Connects with a deployed WebSocket API and holds the connection for whoever asked. Called by the route that streams
 * what happens on it. An API that refuses the upgrade is a success here.
 */
export function connectSocket(input: unknown, signal: AbortSignal): Promise<ActionResult<Connected>> {
  const operation = 'execute-api:Connect';
  return runAction(
    {
      role: 'developer',
      schema: openSocketSchema,
      audit: 'api.connect',
      operation,
      place: ({ place }) => place,
      target: ({ apiId }) => apiId,
      details: ({ request }, data) => ({
        stage: request.stage,
        auth: request.auth,
        ...(data && { status: data.kind === 'open' ? 101 : data.status }),
      }),
      run: async ({ place, apiId, request }, user): Promise<ActionResult<Connected>> => {
        const limit = socketLimit(user.id);
        if (limit) {
          const message =
            limit === 'user'
              ? `You have ${socketsOfUserMax} connections open, as many as the console holds for one person. Close one first.`
              : `The console holds ${socketsMax} connections at a time, and all of them are open. Try again later.`;
          return refuse(consoleError('throttled', message, { operation }));
        }
        const aws = await awsFor(place);
        const address = await apiAddress(aws, apiId, request.stage);
        if (address === undefined) {
          const message = 'API and stage make no address that can be called.';
          return refuse(consoleError('invalid', message, { operation, field: 'stage' }));
        }
        const startedMs = Date.now();
        const opened = await openApiSocket(aws, address, request, signal);
        if (opened.kind === 'refused') return succeed(opened);
        const facts = {
          ownerId: user.id,
          place,
          apiId,
          stage: request.stage,
          handshakeMs: Date.now() - startedMs,
        };
        return succeed({ kind: 'open', socket: holdSocket(opened.socket, facts) });
      },
    },
    input,
  );
}

/** Sends a text message on a connection that the console holds for whoever asks. */
export function sendOnSocket(input: unknown): Promise<ActionResult<undefined>> {
  const operation = 'execute-api:Send';
  return runAction(
    {
      role: 'developer',
      schema: sendOnSocketSchema,
      audit: 'api.call',
      operation,
      place: ({ place }) => place,
      target: ({ apiId }) => apiId,
      details: ({ text }) => ({ bytes: Buffer.byteLength(text) }),
      run: async ({ place, apiId, socketId, text }, user): Promise<ActionResult<undefined>> => {
        if (Buffer.byteLength(text) > socketMessageBytesMax) {
          const message = 'A message has at most 128 KB. Make it smaller.';
          return refuse(consoleError('quota', message, { operation }));
        }
        const socket = findHeldSocket({ id: socketId, ownerId: user.id, place, apiId });
        if (!socket) {
          const message = 'This connection is closed. Connect again.';
          return refuse(consoleError('not-found', message, { operation }));
        }
        await socket.send(text);
        return succeed(undefined);
      },
    },
    input,
  );
}
