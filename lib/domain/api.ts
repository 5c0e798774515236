import { parseArn, partitionOf } from '../shared/arn.ts';

/** What every API of API Gateway has, whatever its protocol. */

export const apiProtocols = ['REST', 'HTTP', 'WEBSOCKET'] as const;
export type ApiProtocol = (typeof apiProtocols)[number];

/** Which API; ids of REST APIs and of the others come from two services and say nothing of the protocol. */
export interface ApiRef {
  readonly id: string;
  readonly protocol: ApiProtocol;
}

/** What the header of an API and the list show. */
export interface ApiFacts extends ApiRef {
  readonly name: string;
  readonly description: string;
  /** AWS's word: `REGIONAL`, `EDGE` or `PRIVATE`; HTTP and WebSocket APIs are regional. */
  readonly endpointType: string;
  /** AWS's word: `ipv4` or `dualstack`; undefined where it was not said. */
  readonly ipAddressType: string | undefined;
  readonly version: string | undefined;
  /** ISO time. */
  readonly createdAt: string | undefined;
  readonly tags: Readonly<Record<string, string>>;
  /**
   * Where it is called, without a stage: `https://ID.execute-api.REGION.amazonaws.com`, `wss://…`, or the path form
   * of an endpoint of one's own. Undefined for what nobody outside its VPC can call.
   */
  readonly address: string | undefined;
  /** The address above answers 403: only custom domains lead to the API. */
  readonly isAddressOff: boolean;
  /** AWS's sentences about it: what an import left out, what the endpoint does not do. */
  readonly warnings: readonly string[];
}

/** The ARN of an API, or of one of its stages, by which it is tagged. */
export function apiArn(region: string, { id, protocol }: ApiRef, stage?: string): string {
  const api = `arn:${partitionOf(region)}:apigateway:${region}::/${protocol === 'REST' ? 'restapis' : 'apis'}/${id}`;
  return stage === undefined ? api : `${api}/stages/${stage}`;
}

/** Which API an ARN is of, or one of whose stages; undefined for anything else. */
export function readApiArn(
  text: string,
): { readonly id: string; readonly isRest: boolean; readonly region: string } | undefined {
  const arn = parseArn(text);
  const [, kind, id] =
    /^\/(restapis|apis)\/([A-Za-z0-9_-]{1,64})(?:\/stages\/[\w$-]{1,128})?$/.exec(arn?.resource ?? '') ?? [];
  if (arn?.service !== 'apigateway' || id === undefined) return undefined;
  return { id, isRest: kind === 'restapis', region: arn.region };
}

/** The address of a stage. `$default` of an HTTP API is the address itself. */
export function stageAddress(address: string, stage: string): string {
  return stage === '$default' ? address : `${address}/${stage}`;
}

/** Ten lower-case letters and digits; endpoints of one's own may let people choose. */
export const apiIdPattern = /^[A-Za-z0-9_-]{1,64}$/;
