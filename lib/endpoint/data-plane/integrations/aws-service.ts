import type { IntegrationResult } from './integration.ts';

/** A request to an operation of another service of this endpoint, as an `AWS` integration makes it. */
export interface ServiceCall {
  /** As API Gateway's ARN names it, e.g. `sqs`. */
  readonly service: string;
  readonly region: string;
  /** Whose role makes the call. */
  readonly accountId: string;
  readonly method: string;
  /** With a leading slash; `/` for an action. */
  readonly path: string;
  /** The operation that an ARN with `action/` names. */
  readonly action: string | undefined;
  readonly query: string;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
  readonly timeoutMs: number;
}

/** Puts a request to the service in this process; nothing goes over the network. */
export type ServiceDoor = (call: ServiceCall) => Promise<IntegrationResult>;

export interface ServiceUri {
  readonly region: string;
  readonly service: string;
  readonly path: string;
  readonly action: string | undefined;
}

/**
 * Reads `arn:aws:apigateway:{region}:[{subdomain}.]{service}:{path or action}/{value}`; undefined for anything else. Of
 * `path///host/…`, which older definitions have, the host is passed over.
 */
export function readServiceUri(uri: string): ServiceUri | undefined {
  const [, region, service, kind, value = ''] =
    /^arn:aws[a-z-]*:apigateway:([a-z0-9-]+):(?:[\w.-]+\.)?([\w-]+):(path|action)\/([^]*)$/.exec(uri) ?? [];
  if (region === undefined || service === undefined) return undefined;
  if (kind === 'action') return { region, service, path: '/', action: value.replace(/&.*$/s, '') };
  return {
    region,
    service,
    path: `/${value.replace(/^\/\/[^/]+/, '').replace(/^\//, '')}`,
    action: undefined,
  };
}
