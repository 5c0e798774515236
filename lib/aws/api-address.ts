import 'server-only';
import type { Aws } from '@/lib/aws/clients';
import { clientConfig } from '@/lib/aws/client-config';

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
  readonly agents: Awaited<ReturnType<typeof clientConfig>>['requestHandler'];
}

/** Partitions whose hosts end otherwise. */
const suffixOf = (region: string) => (region.startsWith('cn-') ? 'amazonaws.com.cn' : 'amazonaws.com');

/**
 * The address of a stage, made of the place, the API and the stage alone: AWS's own host for the API, or the path
 * form below the connection's endpoint, which the connection's rules for addresses hold for. Undefined when API or
 * stage cannot be one. Throws a ConnectionError when the connection's address is refused.
 */
export async function apiAddress(aws: Aws, apiId: string, stage: string): Promise<ApiAddress | undefined> {
  if (!apiIdPattern.test(apiId) || !stagePattern.test(stage)) return undefined;
  const { endpoint, requestHandler } = await clientConfig(aws.connection, aws.region);
  if (endpoint === undefined) {
    return {
      protocol: 'https:',
      hostname: `${apiId}.execute-api.${aws.region}.${suffixOf(aws.region)}`,
      port: undefined,
      basePath: stage === '$default' ? '' : `/${stage}`,
      agents: requestHandler,
    };
  }
  const url = new URL(endpoint);
  return {
    protocol: url.protocol,
    hostname: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port || undefined,
    basePath: `${url.pathname.replace(/\/+$/, '')}/_aws/execute-api/${apiId}/${stage}`,
    agents: requestHandler,
  };
}

/** The address as people write it. */
export function addressText({ protocol, hostname, port, basePath }: Omit<ApiAddress, 'agents'>): string {
  const host = hostname.includes(':') ? `[${hostname}]` : hostname;
  return `${protocol}//${host}${port === undefined ? '' : `:${port}`}${basePath}`;
}
