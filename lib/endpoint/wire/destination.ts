import {
  entryBySigningName,
  entryByTarget,
  entryByVersion,
  type CatalogueEntry,
  type ProtocolName,
} from './catalogue.ts';
import type { CredentialScope } from './credential-scope.ts';
import { parseParameters, type Parameters } from './form.ts';
import type { WireRequest } from './message.ts';

/** Where a request wants to go, as far as its head says. */
export interface Destination {
  /** Undefined for a service the catalogue does not know. */
  readonly entry: CatalogueEntry | undefined;
  /** The service as the request names it, for messages. */
  readonly service: string;
  readonly protocol: ProtocolName;
  /** Undefined in REST, and in a query request whose form is still to be read. */
  readonly operation: string | undefined;
}

const CBOR_PATH = /^\/service\/([\w.]+)\/operation\/(\w+)$/;
const FORM_TYPE = 'application/x-www-form-urlencoded';
const JSON_1_0 = 'application/x-amz-json-1.0';

function isForm(headers: Readonly<Record<string, string>>): boolean {
  return (headers['content-type'] ?? '').startsWith(FORM_TYPE);
}

function parameter(parameters: Parameters, wanted: string): string | undefined {
  return parameters.find(([name]) => name === wanted)?.[1];
}

/** The operation and version of a query request. */
export function actionOf(parameters: Parameters): {
  action: string | undefined;
  version: string | undefined;
} {
  return { action: parameter(parameters, 'Action'), version: parameter(parameters, 'Version') };
}

/**
 * Finds service, protocol and operation from protocol header, target header, signature scope and query, in that
 * order. Never reads the body. Throws a SerializationException on a query string that cannot be decoded.
 */
export function destinationOf(request: WireRequest, scope: CredentialScope | undefined): Destination {
  const { headers } = request;
  if (headers['smithy-protocol'] === 'rpc-v2-cbor') {
    const [, target = '', operation] = CBOR_PATH.exec(request.path) ?? [];
    const entry = entryByTarget(target);
    return { entry, service: entry?.name ?? (scope?.service || target), protocol: 'rpcv2Cbor', operation };
  }
  const target = headers['x-amz-target'];
  if (target !== undefined) {
    const dot = target.lastIndexOf('.');
    const entry = entryByTarget(target.slice(0, dot));
    const protocol = (headers['content-type'] ?? '').startsWith(JSON_1_0) ? 'awsJson1_0' : 'awsJson1_1';
    return {
      entry,
      service: entry?.name ?? scope?.service ?? target,
      protocol,
      operation: target.slice(dot + 1),
    };
  }
  const { action, version } = request.query.includes('Action=')
    ? actionOf(parseParameters(request.query))
    : { action: undefined, version: undefined };
  const entry = scope ? entryBySigningName(scope.service, request.path) : entryByVersion(version ?? '');
  if (entry) {
    const protocol = entry.rest ?? entry.query ?? 'awsJson1_1';
    return { entry, service: entry.name, protocol, operation: entry.rest ? undefined : action };
  }
  const isQuery = action !== undefined || isForm(headers);
  return {
    entry: undefined,
    service: scope?.service ?? '',
    protocol: isQuery ? 'awsQuery' : 'restJson1',
    operation: action,
  };
}

/** The protocol to refuse in when the head of a request cannot even be read. */
export function fallbackDestination(): Destination {
  return { entry: undefined, service: '', protocol: 'restJson1', operation: undefined };
}
