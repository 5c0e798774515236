import 'server-only';
import type { Aws } from '@/lib/aws/clients';
import { clientConfig, type ClientConfig } from '@/lib/aws/client-config';
import { restApiAddress } from '@/lib/aws/rest-api-address';

/** What API ids look like, those that a tag chose included. */
const apiIdPattern = /^[a-z0-9][a-z0-9-]{0,62}$/;
const stagePattern = /^(\$default|[A-Za-z0-9_-]{1,128})$/;

/** Where a deployed API is called, and through which sockets. */
export interface ApiAddress {
  /** `http:` or `https:`. */
  readonly protocol: string;
  readonly hostname: string;
  /** Undefined for the scheme's own. */
  readonly port: string | undefined;
  /** Path of the stage, without a slash at the end; empty for a stage at the root. */
  readonly basePath: string;
  readonly agents: ClientConfig['requestHandler'];
}

/**
 * The address of a stage, made of the place, the API and the stage alone: AWS's own host for the API, or the path
 * form below the connection's endpoint, which the connection's rules for addresses hold for. Undefined when API or
 * stage cannot be one. Throws a ConnectionError when the connection's address is refused.
 */
export async function apiAddress(aws: Aws, apiId: string, stage: string): Promise<ApiAddress | undefined> {
  if (!apiIdPattern.test(apiId) || !stagePattern.test(stage)) return undefined;
  const { requestHandler } = await clientConfig(aws.connection, aws.region);
  const url = new URL(await restApiAddress(aws, apiId));
  return {
    protocol: url.protocol,
    hostname: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port || undefined,
    basePath: `${url.pathname.replace(/\/+$/, '')}${stage === '$default' ? '' : `/${stage}`}`,
    agents: requestHandler,
  };
}

/** Name of the host and its port, as a `Host` header says it. */
export function hostOf({ hostname, port }: Pick<ApiAddress, 'hostname' | 'port'>): string {
  const host = hostname.includes(':') ? `[${hostname}]` : hostname;
  return port === undefined ? host : `${host}:${port}`;
}
