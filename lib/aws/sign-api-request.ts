import 'server-only';
import type { ApiAddress } from '@/lib/aws/api-address';
import type { Aws } from '@/lib/aws/clients';
import type { NameValue } from '@/lib/domain/api-request';

/** Headers of AWS's signature for `execute-api`, with those that were given, made with the keys of the connection. */
export async function signApiRequest(
  aws: Aws,
  address: ApiAddress,
  call: {
    readonly method: string;
    /** Below the stage. */
    readonly path: string;
    readonly query: readonly NameValue[];
    readonly headers: Readonly<Record<string, string>>;
    readonly body: string;
  },
): Promise<Readonly<Record<string, string>>> {
  const { config } = await aws.apiGatewayV2();
  const signer = await config.signer({
    name: 'sigv4',
    signingName: 'execute-api',
    signingRegion: aws.region,
    properties: {},
  });
  const query: Record<string, string[]> = {};
  for (const [name, value] of call.query) query[name] = [...(query[name] ?? []), value];
  const signed = await signer.sign({
    method: call.method,
    protocol: address.protocol,
    hostname: address.hostname,
    ...(address.port === undefined ? {} : { port: Number(address.port) }),
    path: `${address.basePath}${call.path}` || '/',
    query,
    headers: call.headers,
    body: call.body,
  });
  return signed.headers;
}
