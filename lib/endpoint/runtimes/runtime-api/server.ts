import { Buffer } from 'node:buffer';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { responseBytesMax } from '../outcomes.ts';
import type { Invocation } from '../worker.ts';

const errorBytesMax = 1024 * 1024;
const prefix = '/2018-06-01/runtime/';

/** What the runtime behind this API does, as its environment needs to hear it. */
export interface RuntimeApiEvents {
  wantsWork(): void;
  initFailed(payload: Uint8Array, errorType: string): void;
  answered(id: string, payload: Uint8Array): void;
  tooLarge(id: string): void;
  failed(id: string, payload: Uint8Array, errorType: string): void;
  streamStarted(id: string, contentType: string): void;
  chunk(id: string, bytes: Uint8Array): void;
  streamEnded(id: string, failure?: { payload: Uint8Array; errorType: string }): void;
}

/** Where one runtime stands; every call that does not fit is refused. */
type State =
  | { name: 'init' }
  | { name: 'waiting'; response: http.ServerResponse }
  | { name: 'running'; id: string }
  /** `next` may come on another connection before the answer has ended; it is held until then. */
  | { name: 'answering'; id: string; next?: http.ServerResponse }
  | { name: 'answered'; id: string };

/** Lambda's Runtime API 2018-06-01 for one environment, on a loopback port of its own. */
export class RuntimeApiServer {
  readonly #events: RuntimeApiEvents;
  readonly #server: http.Server;
  readonly #more: ((...call: Parameters<http.RequestListener>) => Promise<boolean>) | undefined;
  #state: State = { name: 'init' };

  /** `more` may answer what is no call of the Runtime API. */
  constructor(
    events: RuntimeApiEvents,
    more?: (...call: Parameters<http.RequestListener>) => Promise<boolean>,
  ) {
    this.#events = events;
    this.#more = more;
    this.#server = http.createServer((request, response) => {
      this.#route(request, response).catch(() => {
        if (!response.headersSent) refuse(response, 500, 'InternalServerError', 'Internal server error');
        else response.destroy();
      });
    });
    // `next` waits as long as nobody invokes the function.
    this.#server.requestTimeout = 0;
    this.#server.headersTimeout = 0;
    this.#server.keepAliveTimeout = 0;
    this.#server.timeout = 0;
  }

  /** Value of AWS_LAMBDA_RUNTIME_API. */
  async listen(): Promise<string> {
    await new Promise<void>((resolve, reject) => {
      this.#server.once('error', reject);
      this.#server.listen(0, '127.0.0.1', resolve);
    });
    const { port } = this.#server.address() as AddressInfo;
    return `127.0.0.1:${port}`;
  }

  /** Hands one invocation to the runtime, which must have asked for it. */
  deliver(invocation: Invocation): void {
    if (this.#state.name !== 'waiting') throw new Error(`the runtime is ${this.#state.name}, not waiting`);
    const { response } = this.#state;
    this.#state = { name: 'running', id: invocation.id };
    response.writeHead(200, {
      'Content-Type': 'application/json',
      'Content-Length': invocation.payload.length,
      'Lambda-Runtime-Aws-Request-Id': invocation.id,
      'Lambda-Runtime-Deadline-Ms': String(Math.round(invocation.deadlineMs)),
      'Lambda-Runtime-Invoked-Function-Arn': invocation.arn,
      ...(invocation.traceId === undefined ? {} : { 'Lambda-Runtime-Trace-Id': invocation.traceId }),
      ...(invocation.tenantId === undefined ? {} : { 'Lambda-Runtime-Aws-Tenant-Id': invocation.tenantId }),
      ...(invocation.clientContext === undefined
        ? {}
        : { 'Lambda-Runtime-Client-Context': invocation.clientContext }),
    });
    response.end(invocation.payload);
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise<void>((resolve) => this.#server.close(() => resolve()));
  }

  async #route(request: http.IncomingMessage, response: http.ServerResponse): Promise<void> {
    const url = request.url ?? '';
    const line = `${request.method} ${url.startsWith(prefix) ? url.slice(prefix.length) : url}`;
    if (line === 'GET /ping') return void response.end('pong');
    if (line === 'GET invocation/next') return this.#next(response);
    if (line === 'POST init/error') return this.#initError(request, response);
    const [, id, verb] = /^POST invocation\/([^/]+)\/(response|error)$/.exec(line) ?? [];
    if (id === undefined && (await this.#more?.(request as never, response as never))) return;
    if (id === undefined) return refuse(response, 404, 'NotFound', `No such call: ${line}`);
    if (this.#state.name !== 'running') {
      if (this.#state.name === 'answering' || this.#state.name === 'answered') {
        if (this.#state.id === id)
          return this.#refuseTransition(
            response,
            verb === 'error' ? 'RuntimeInvocationError' : 'RuntimeInvocationResponse',
          );
      }
      return refuse(response, 400, 'InvalidRequestID', 'Invalid request ID');
    }
    if (this.#state.id !== id) return refuse(response, 400, 'InvalidRequestID', 'Invalid request ID');
    return verb === 'error' ? this.#error(id, request, response) : this.#response(id, request, response);
  }

  #next(response: http.ServerResponse): void {
    if (this.#state.name === 'answering' && !this.#state.next) {
      this.#state.next = response;
      return;
    }
    if (this.#state.name !== 'init' && this.#state.name !== 'answered') {
      return this.#refuseTransition(response, 'RuntimeReady');
    }
    this.#wait(response);
  }

  #wait(response: http.ServerResponse): void {
    this.#state = { name: 'waiting', response };
    this.#events.wantsWork();
  }

  #finish(id: string): void {
    const next = this.#state.name === 'answering' ? this.#state.next : undefined;
    this.#state = { name: 'answered', id };
    // The environment hears of the answer first, then of the wish for more.
    if (next) setImmediate(() => this.#wait(next));
  }

  async #initError(request: http.IncomingMessage, response: http.ServerResponse): Promise<void> {
    if (this.#state.name !== 'init') return this.#refuseTransition(response, 'RuntimeInitError');
    const body = await readBody(request, errorBytesMax);
    if (body === 'cut') return;
    accept(response);
    this.#events.initFailed(body === 'too-large' ? Buffer.from('{}') : body, errorTypeOf(request));
  }

  async #error(id: string, request: http.IncomingMessage, response: http.ServerResponse): Promise<void> {
    this.#state = { name: 'answering', id };
    const body = await readBody(request, responseBytesMax);
    if (body === 'cut') return this.#cut(id);
    accept(response);
    this.#events.failed(id, body === 'too-large' ? Buffer.from('{}') : body, errorTypeOf(request));
    this.#finish(id);
  }

  async #response(id: string, request: http.IncomingMessage, response: http.ServerResponse): Promise<void> {
    const mode = request.headers['lambda-runtime-function-response-mode'];
    if (mode !== undefined && mode !== 'streaming') {
      return refuse(response, 400, 'InvalidFunctionResponseMode', 'Invalid function response mode');
    }
    this.#state = { name: 'answering', id };
    if (mode === 'streaming') return this.#stream(id, request, response);
    const body = await readBody(request, responseBytesMax);
    if (body === 'cut') return this.#cut(id);
    if (body === 'too-large') {
      refuse(
        response,
        413,
        'RequestEntityTooLarge',
        `Exceeded maximum allowed payload size (${responseBytesMax} bytes).`,
      );
      this.#events.tooLarge(id);
    } else {
      accept(response);
      this.#events.answered(id, body);
    }
    this.#finish(id);
  }

  async #stream(id: string, request: http.IncomingMessage, response: http.ServerResponse): Promise<void> {
    this.#events.streamStarted(id, request.headers['content-type'] ?? 'application/octet-stream');
    try {
      for await (const part of request) this.#events.chunk(id, part as Buffer);
    } catch {
      return this.#cut(id);
    }
    if (!request.complete) return this.#cut(id);
    accept(response);
    const type = request.trailers['lambda-runtime-function-error-type'];
    const document = request.trailers['lambda-runtime-function-error-body'] ?? '';
    this.#events.streamEnded(
      id,
      type === undefined
        ? undefined
        : { errorType: recorded(type), payload: Buffer.from(document, 'base64') },
    );
    this.#finish(id);
  }

  /** The runtime hung up in the middle of its answer. */
  #cut(id: string): void {
    const document = {
      errorType: 'Runtime.TruncatedResponse',
      errorMessage: 'HTTP request detected as truncated',
    };
    this.#events.failed(id, Buffer.from(JSON.stringify(document)), document.errorType);
    this.#finish(id);
  }

  #refuseTransition(response: http.ServerResponse, wanted: string): void {
    refuse(
      response,
      403,
      'InvalidStateTransition',
      `State transition from ${this.#state.name} to ${wanted} failed for runtime. Error: State transition is not allowed`,
    );
  }
}

function accept(response: http.ServerResponse): void {
  response.writeHead(202, { 'Content-Type': 'application/json' });
  response.end('{"status":"OK"}\n');
}

function refuse(
  response: http.ServerResponse,
  status: number,
  errorType: string,
  errorMessage: string,
): void {
  // What is still coming in cannot be told from the next request: the connection ends.
  if (status === 413) response.shouldKeepAlive = false;
  response.writeHead(status, { 'Content-Type': 'application/json' });
  response.end(JSON.stringify({ errorMessage, errorType }));
}

/** The whole body; too large a one is read to its end without being kept, so that the answer arrives. */
async function readBody(
  request: http.IncomingMessage,
  bytesMax: number,
): Promise<Buffer | 'too-large' | 'cut'> {
  const parts: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const part of request) {
      bytes += (part as Buffer).length;
      if (bytes <= bytesMax) parts.push(part as Buffer);
      // Ten times the limit is no mistake any more.
      else if (bytes > 10 * bytesMax) break;
    }
  } catch {
    return 'cut';
  }
  if (bytes > bytesMax) return 'too-large';
  return request.complete ? Buffer.concat(parts) : 'cut';
}

function errorTypeOf(request: http.IncomingMessage): string {
  const given = request.headers['lambda-runtime-function-error-type'];
  return recorded(typeof given === 'string' ? given : '');
}

/** Error types outside of AWS's pattern are recorded as unknown; the document itself is never rewritten. */
function recorded(type: string): string {
  if (/^(Runtime|Function)\.[A-Z][a-zA-Z]+$/.test(type)) return type;
  return type.startsWith('Function.') ? 'Function.Unknown' : 'Runtime.Unknown';
}
