import { internalFailure, notImplemented, ServiceError } from '../errors.ts';
import type { Operation, RequestContext, Service, ServiceName } from '../services/service.ts';
import { readServiceModel, type OperationModel, type ServiceModel } from './aws-schema.ts';
import { bodyLimitOf } from './body-limits.ts';
import { CATALOGUE, SHIPPED_SCHEMAS, type CatalogueEntry, type SchemaLoader } from './catalogue.ts';
import type { CredentialScope } from './credential-scope.ts';
import { actionOf, destinationOf, fallbackDestination, type Destination } from './destination.ts';
import { parseParameters, withQueueOfPath, type Parameters } from './form.ts';
import type { WireReply, WireRequest } from './message.ts';
import { PROTOCOL_BY_NAME } from './protocols/protocol-by-name.ts';
import { missingAction, missingAuthentication, unknownOperation } from './refusals.ts';
import { readRequestBody, streamRequestBody, type RequestBytes } from './request-body.ts';
import { assertRequiredMembers } from './required-members.ts';
import { isStreamingPayload } from './rest.ts';
import { createRestRouter, type RestRouter } from './rest-router.ts';
import { bucketOfHost, createS3Router } from './s3-router.ts';
import { checkServiceModel } from './self-check.ts';
import { checkSignature } from './sigv4.ts';
import { assertWholeNumbers } from './whole-numbers.ts';

export interface WireLog {
  error(fields: Readonly<Record<string, unknown>>, message: string): void;
}

export interface WireOptions {
  readonly log: WireLog;
  /** Schemas beside the shipped ones. */
  readonly schemas?: Readonly<Partial<Record<ServiceName, SchemaLoader>>>;
  /** Given when keys are configured: signatures are then verified. Undefined for a key that is not known. */
  readonly secretOf?: (accessKeyId: string) => string | undefined;
  readonly now?: () => number;
}

/** Bytes in, bytes out: finds the operation, reads its input by schema, runs it and writes what it gave. */
export interface Wire {
  /** Reads and checks schemas before the first request needs them. Throws an InvariantError. */
  preload(names: readonly ServiceName[]): Promise<void>;
  /** Answers a request of the control plane; never rejects. */
  handle(request: WireRequest, context: RequestContext, scope: CredentialScope): Promise<WireReply>;
  /** Words a refusal in the protocol the request speaks. */
  refuse(
    request: WireRequest,
    scope: CredentialScope | undefined,
    requestId: string,
    error: ServiceError | 'missing-authentication',
  ): Promise<WireReply>;
}

interface LoadedService {
  readonly model: ServiceModel;
  readonly router: RestRouter | undefined;
}

interface Found {
  readonly service: LoadedService;
  readonly operation: OperationModel;
  readonly labels: ReadonlyMap<string, string>;
  readonly query: Parameters;
  readonly form: Parameters;
  /** Already read when the operation's name was inside. */
  readonly body: RequestBytes | undefined;
}

const NO_LABELS: ReadonlyMap<string, string> = new Map();
const NO_PARAMETERS: Parameters = [];

/** Makes the wire layer for these services. Schemas are loaded on first use. */
export function createWire(services: readonly Service[], options: WireOptions): Wire {
  const handlers = new Map(services.map((service) => [service.name, service.operations]));
  const loaders = { ...SHIPPED_SCHEMAS, ...options.schemas };
  const loaded = new Map<ServiceName, LoadedService | Promise<LoadedService>>();
  const now = options.now ?? Date.now;

  async function read(entry: CatalogueEntry, loader: SchemaLoader): Promise<LoadedService> {
    const model = readServiceModel(entry, await loader());
    checkServiceModel(model);
    const router =
      entry.rest === 'restXml' ? createS3Router(model, bucketOfHost) : entry.rest && createRestRouter(model);
    return { model, router };
  }

  function load(entry: CatalogueEntry): LoadedService | Promise<LoadedService> {
    const known = loaded.get(entry.name);
    if (known) return known;
    const loader = loaders[entry.name];
    if (!loader || !handlers.has(entry.name)) throw notImplemented(entry.title);
    const pending = read(entry, loader).then(
      (service) => {
        loaded.set(entry.name, service);
        return service;
      },
      (error: unknown) => {
        loaded.delete(entry.name);
        throw error;
      },
    );
    loaded.set(entry.name, pending);
    return pending;
  }

  /** A service this endpoint does not have is named with its operation, as far as the request does. */
  function refuseService({ entry, service, operation }: Destination, request: WireRequest): ServiceError {
    const title = entry?.title ?? `The service '${service}'`;
    return notImplemented(`${title} (${operation ?? `${request.method} ${request.path.slice(0, 200)}`})`);
  }

  async function find(destination: Destination, request: WireRequest): Promise<Found> {
    const { entry, protocol } = destination;
    if (!entry) throw refuseService(destination, request);
    const isQuery = protocol === 'awsQuery' || protocol === 'ec2Query';
    let form = NO_PARAMETERS;
    let body: RequestBytes | undefined;
    let { operation: name } = destination;
    if (isQuery) {
      const read = await readRequestBody(request, bodyLimitOf(entry.name, name, request.headers));
      body = read;
      form = parseParameters(
        read.content.byteLength > 0 ? Buffer.from(read.content).toString('utf8') : request.query,
      );
      if (entry.name === 'sqs') form = withQueueOfPath(form, request.path);
      name = actionOf(form).action ?? name;
    }
    if (!handlers.has(entry.name) || !loaders[entry.name])
      throw refuseService({ ...destination, operation: name }, request);
    const pending = load(entry);
    const service = pending instanceof Promise ? await pending : pending;
    if (service.router && protocol === entry.rest) {
      const query = parseParameters(request.query);
      const { method, path, headers } = request;
      const match = service.router.match({ method, path, query, headers });
      if (!match) throw unknownOperation(protocol, `${method} ${path.slice(0, 200)}`);
      return { service, ...match, query, form, body };
    }
    if (name === undefined)
      throw isQuery ? missingAction() : unknownOperation(protocol, request.path.slice(0, 200));
    const operation = service.model.operations.get(name);
    if (!operation) throw unknownOperation(protocol, name.slice(0, 200), entry);
    return { service, operation, labels: NO_LABELS, query: NO_PARAMETERS, form, body };
  }

  function handlerOf({ service, operation }: Found): Operation {
    const operations = handlers.get(service.model.entry.name) ?? {};
    const handler = Object.hasOwn(operations, operation.name) ? operations[operation.name] : undefined;
    if (!handler) throw notImplemented(`${service.model.entry.title}'s ${operation.name}`);
    return handler;
  }

  function readBody(found: Found, request: WireRequest): RequestBytes | Promise<RequestBytes> {
    if (found.body) return found.body;
    if (isStreamingPayload(found.operation)) return streamRequestBody(request);
    const { entry } = found.service.model;
    return readRequestBody(request, bodyLimitOf(entry.name, found.operation.name, request.headers));
  }

  async function answer(
    destination: Destination,
    request: WireRequest,
    context: RequestContext,
    scope: CredentialScope,
  ): Promise<WireReply> {
    const found = await find(destination, request);
    const handler = handlerOf(found);
    const body = await readBody(found, request);
    if (options.secretOf) {
      const check = { request, scope, protocol: destination.protocol, body: body.sent, nowMs: now() };
      const refusal = checkSignature(check, options.secretOf);
      if (refusal) throw refusal;
    }
    const protocol = PROTOCOL_BY_NAME[destination.protocol];
    const { labels, query, form, operation, service } = found;
    const input: unknown = await protocol.readInput(operation, {
      labels,
      query,
      form,
      headers: service.model.entry.rest === 'restXml' ? hoistedHeaders(request, scope) : request.headers,
      body: body.content,
    });
    assertWholeNumbers(operation.input, input);
    assertRequiredMembers(service.model.entry, operation.input, input);
    const output = await handler(input as never, context);
    return protocol.writeOutput(service.model, operation, output, {
      requestId: context.requestId,
      onStreamError: (error) =>
        options.log.error(
          { err: error, requestId: context.requestId, operation: operation.name },
          'A stream failed',
        ),
    });
  }

  /** S3's presigned URLs carry as parameters what would be headers. */
  function hoistedHeaders({ headers, query }: WireRequest, { placement }: CredentialScope) {
    if (placement === 'header') return headers;
    const hoisted = parseParameters(query).map(([name, value]) => [name.toLowerCase(), value] as const);
    return { ...Object.fromEntries(hoisted.filter(([name]) => name.startsWith('x-amz-'))), ...headers };
  }

  function withRequestId(reply: WireReply, requestId: string, protocol: Destination['protocol']): WireReply {
    reply.headers['x-amzn-requestid'] = requestId;
    if (protocol === 'restXml') reply.headers['x-amz-request-id'] = requestId;
    return reply;
  }

  async function writeRefusal(
    destination: Destination,
    method: string,
    requestId: string,
    error: ServiceError,
  ): Promise<WireReply> {
    const { entry, protocol } = destination;
    const service = entry && loaded.get(entry.name);
    const model = service instanceof Promise ? undefined : service?.model;
    const reply = await PROTOCOL_BY_NAME[protocol].writeError(error, { requestId, entry, model, method });
    return withRequestId(reply, requestId, protocol);
  }

  return {
    async preload(names) {
      for (const entry of CATALOGUE) if (names.includes(entry.name)) await load(entry);
    },

    async handle(request, context, scope) {
      const { requestId } = context;
      let destination = fallbackDestination();
      try {
        destination = destinationOf(request, scope);
        return withRequestId(
          await answer(destination, request, context, scope),
          requestId,
          destination.protocol,
        );
      } catch (error) {
        if (error instanceof ServiceError) return writeRefusal(destination, request.method, requestId, error);
        const { service, operation } = destination;
        options.log.error(
          { err: error, requestId, service, operation, path: request.path },
          'A request failed',
        );
        return writeRefusal(destination, request.method, requestId, internalFailure(requestId));
      }
    },

    async refuse(request, scope, requestId, error) {
      let destination = fallbackDestination();
      try {
        destination = destinationOf(request, scope);
      } catch {
        // The query cannot be decoded; the refusal at hand says more than that would.
      }
      const refusal =
        error === 'missing-authentication' ? missingAuthentication(destination.protocol) : error;
      return writeRefusal(destination, request.method, requestId, refusal);
    },
  };
}
