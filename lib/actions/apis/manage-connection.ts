'use server';

import {
  DeleteConnectionCommand,
  GetConnectionCommand,
  PostToConnectionCommand,
  type ApiGatewayManagementApiClient,
} from '@aws-sdk/client-apigatewaymanagementapi';
import { runAction } from '@/lib/actions/run-action';
import { awsFor } from '@/lib/aws/clients';
import { connectionsClient } from '@/lib/aws/connections-client';
import type { SocketConnection } from '@/lib/domain/socket-api';
import { consoleError, type ActionResult } from '@/lib/domain/console-error';
import { postToConnectionSchema, socketConnectionSchema } from '@/lib/forms/socket-connection';
import type { Place } from '@/lib/routes';
import { refuse, succeed } from '@/lib/shared/result';

interface Target {
  readonly place: Place;
  readonly apiId: string;
  readonly stage: string;
}

async function withClient<T>(
  { place, apiId, stage }: Target,
  operation: string,
  work: (client: ApiGatewayManagementApiClient) => Promise<T>,
): Promise<ActionResult<T>> {
  const client = await connectionsClient(await awsFor(place), apiId, stage);
  if (client) return succeed(await work(client));
  const message = 'API and stage make no address that can be called.';
  return refuse(consoleError('invalid', message, { operation, field: 'stage' }));
}

const about = ({ stage, connectionId }: { stage: string; connectionId: string }) => ({ stage, connectionId });

/** Since when a connection is open, when it was last used, and from where. Reading changes nothing. */
export async function getSocketConnectionAction(input: unknown): Promise<ActionResult<SocketConnection>> {
  const operation = 'execute-api:GetConnection';
  return runAction(
    {
      role: 'developer',
      schema: socketConnectionSchema,
      audit: null,
      operation,
      run: (target) =>
        withClient(target, operation, async (client) => {
          const command = new GetConnectionCommand({ ConnectionId: target.connectionId });
          const { ConnectedAt, LastActiveAt, Identity } = await client.send(command);
          return {
            connectedAt: ConnectedAt?.toISOString(),
            lastActiveAt: LastActiveAt?.toISOString(),
            sourceIp: Identity?.SourceIp ?? '',
            userAgent: Identity?.UserAgent ?? '',
          };
        }),
    },
    input,
  );
}

/** Sends a text to a client that is connected. The text stays out of the record. */
export async function postToSocketConnectionAction(input: unknown): Promise<ActionResult<undefined>> {
  const operation = 'execute-api:PostToConnection';
  return runAction(
    {
      role: 'developer',
      schema: postToConnectionSchema,
      audit: 'api.connection-post',
      operation,
      place: ({ place }) => place,
      target: ({ apiId }) => apiId,
      details: (one) => ({ ...about(one), bytes: Buffer.byteLength(one.data) }),
      run: (target) =>
        withClient(target, operation, async (client) => {
          const Data = new TextEncoder().encode(target.data);
          await client.send(new PostToConnectionCommand({ ConnectionId: target.connectionId, Data }));
          return undefined;
        }),
    },
    input,
  );
}

/** Closes a connection; its client is told, and the route $disconnect runs. */
export async function deleteSocketConnectionAction(input: unknown): Promise<ActionResult<undefined>> {
  const operation = 'execute-api:DeleteConnection';
  return runAction(
    {
      role: 'developer',
      schema: socketConnectionSchema,
      audit: 'api.connection-delete',
      operation,
      place: ({ place }) => place,
      target: ({ apiId }) => apiId,
      details: about,
      run: (target) =>
        withClient(target, operation, async (client) => {
          await client.send(new DeleteConnectionCommand({ ConnectionId: target.connectionId }));
          return undefined;
        }),
    },
    input,
  );
}
