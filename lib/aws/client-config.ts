import 'server-only';
import http from 'node:http';
import https from 'node:https';
import tls from 'node:tls';
import { profileEndpoint } from '@/lib/aws/profile-endpoint';
import { getConfig } from '@/lib/config';
import { assertEndpointUrlAllowed, guardedLookup } from '@/lib/connections/address';
import type { Connection } from '@/lib/connections/connection';
import { getConnectionOrThrow } from '@/lib/connections/store';

const connectMs = 3_000;
const requestMs = 30_000;
/** Lambda's longest invocation, and a little for the answer to arrive. */
const invokeMs = 15 * 60_000 + 15_000;
const idleSocketMs = 20_000;
const socketsMax = 50;

/** What differs between connections when a client is made; everything but the credentials. */
export interface ClientConfig {
  region: string;
  endpoint?: string;
  maxAttempts: number;
  retryMode: string;
  requestHandler: {
    connectionTimeout: number;
    requestTimeout: number;
    throwOnRequestTimeout: boolean;
    httpAgent: http.Agent;
    httpsAgent: https.Agent;
  };
}

interface Address {
  /** Undefined is what the SDK finds itself: AWS's own address for the Region, unless environment or profile name one. */
  readonly url?: string;
  readonly isTyped: boolean;
  readonly ca?: string;
}

/** The address a connection's calls go to. */
async function addressOf(connection: Connection, depth = 0): Promise<Address> {
  const { settings, origin } = connection;
  if (settings.kind === 'embedded') return { url: getConfig().endpointUrl, isTyped: false };
  if (settings.kind === 'custom-endpoint') {
    return { url: settings.endpointUrl, isTyped: origin === 'console', ca: settings.certificateAuthority };
  }
  // A role assumed through an endpoint of one's own is used there as well.
  if (settings.kind === 'assumed-role' && depth < 3) {
    return addressOf(getConnectionOrThrow(settings.sourceConnectionId), depth + 1);
  }
  const url = settings.kind === 'profile' ? await profileEndpoint(settings.profile) : undefined;
  return { isTyped: false, ...(url === undefined ? {} : { url }) };
}

/**
 * Address, time limits and sockets for the clients of one connection and Region. An address that a user typed is
 * checked here and again when a socket is opened. Throws a ConnectionError.
 */
export async function clientConfig(
  connection: Connection,
  region: string,
  use: 'calls' | 'invoke' = 'calls',
): Promise<ClientConfig> {
  const { url, isTyped, ca } = await addressOf(connection);
  const policy = getConfig().addressPolicy;
  if (url !== undefined && isTyped) await assertEndpointUrlAllowed(url, policy);
  const agentOptions: https.AgentOptions = {
    keepAlive: true,
    maxSockets: socketsMax,
    timeout: idleSocketMs,
    ...(isTyped ? { lookup: guardedLookup(policy) } : {}),
    ...(ca === undefined ? {} : { ca: [...tls.rootCertificates, ca] }),
  };
  return {
    region,
    ...(url === undefined ? {} : { endpoint: url }),
    // For reads: `sendChangesOnce` keeps changes from being repeated. No invocation is: it may have run.
    maxAttempts: use === 'invoke' ? 1 : 3,
    retryMode: 'standard',
    requestHandler: {
      connectionTimeout: connectMs,
      requestTimeout: use === 'invoke' ? invokeMs : requestMs,
      throwOnRequestTimeout: true,
      httpAgent: new http.Agent(agentOptions),
      httpsAgent: new https.Agent(agentOptions),
    },
  };
}
