import 'server-only';
import type { Aws } from '@/lib/aws/clients';
import { clientConfig } from '@/lib/aws/client-config';

const suffixes: readonly (readonly [prefix: string, suffix: string])[] = [
  ['cn-', 'amazonaws.com.cn'],
  ['us-iso-', 'c2s.ic.gov'],
  ['us-isob-', 'sc2s.sgov.gov'],
];

/**
 * Where a REST API is called, without its stage. AWS tells it of no REST API: its own address follows from the id and
 * the Region, and an endpoint of one's own serves the path form that such endpoints share.
 */
export async function restApiAddress(aws: Aws, apiId: string): Promise<string> {
  const { endpoint } = await clientConfig(aws.connection, aws.region);
  if (endpoint !== undefined) return `${endpoint.replace(/\/+$/, '')}/_aws/execute-api/${apiId}`;
  const suffix = suffixes.find(([prefix]) => aws.region.startsWith(prefix))?.[1] ?? 'amazonaws.com';
  return `https://${apiId}.execute-api.${aws.region}.${suffix}`;
}
