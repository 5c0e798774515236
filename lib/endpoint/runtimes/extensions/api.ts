import { randomUUID } from 'node:crypto';
import type http from 'node:http';
import type { Invocation } from '../worker.ts';
import { parseSubscription, type Subscription } from './subscription.ts';
import { readJson, refuse, reply } from './replies.ts';

const extensionsMax = 10;
const prefix = '/2020-01-01/extension/';

export type EventType = 'INVOKE' | 'SHUTDOWN';
export type ShutdownReason = 'spindown' | 'timeout' | 'failure';

export interface Extension {
  readonly id: string;
  readonly name: string;
  /** Started by the platform from /opt/extensions; the others live in the function's own process. */
  readonly isExternal: boolean;
  readonly events: readonly EventType[];
}

interface Registered extends Extension {
  /** The held call for its next event. */
  waiting?: http.ServerResponse;
  /** An event that came before the call for it. */
  readonly queue: object[];
  hasAsked: boolean;
}

export interface ExtensionEvents {
  /** Something changed by which initialisation or an invocation may be over. */
  changed(): void;
  failed(extension: Extension, during: 'init' | 'exit', errorType: string): void;
  subscribed(extension: Extension, subscription: Subscription): void;
}

export interface AboutFunction {
  readonly functionName: string;
  readonly functionVersion: string;
  readonly handler: string;
  readonly accountId: string;
}

/** Lambda's Extensions API 2020-01-01 and the subscriptions of the Telemetry and Logs APIs, of one environment. */
export class ExtensionsApi {
  readonly #events: ExtensionEvents;
  readonly #about: AboutFunction;
  readonly #expected: ReadonlySet<string>;
  readonly #registered = new Map<string, Registered>();
  #isOpen = true;

  /** `expected` are the names of the external extensions, which are their files' names. */
  constructor(events: ExtensionEvents, about: AboutFunction, expected: readonly string[]) {
    this.#events = events;
    this.#about = about;
    this.#expected = new Set(expected);
  }

  get extensions(): Extension[] {
    return [...this.#registered.values()];
  }

  /** Every external extension has said who it is: the runtime may start. */
  get isComplete(): boolean {
    return [...this.#expected].every((name) => this.extensions.some((entry) => entry.name === name));
  }

  /** Every extension waits for its next event: initialisation, or an invocation, is over for them. */
  get isQuiet(): boolean {
    return this.isComplete && [...this.#registered.values()].every((entry) => entry.waiting !== undefined);
  }

  /** After initialisation nobody registers or subscribes any more. */
  closeRegistration(): void {
    this.#isOpen = false;
  }

  invoke(invocation: Invocation): void {
    this.#tell('INVOKE', {
      eventType: 'INVOKE',
      deadlineMs: Math.round(invocation.deadlineMs),
      requestId: invocation.id,
      invokedFunctionArn: invocation.arn,
      tracing: { type: 'X-Amzn-Trace-Id', value: invocation.traceId ?? '' },
    });
  }

  shutdown(reason: ShutdownReason, deadlineMs: number): void {
    this.#tell('SHUTDOWN', {
      eventType: 'SHUTDOWN',
      shutdownReason: reason,
      deadlineMs: Math.round(deadlineMs),
    });
  }

  /** Answers a call if it is one of these APIs'. */
  async route(request: http.IncomingMessage, response: http.ServerResponse): Promise<boolean> {
    const url = request.url ?? '';
    const line = `${request.method} ${url.startsWith(prefix) ? url.slice(prefix.length) : url}`;
    if (line === 'POST register') await this.#register(request, response);
    else if (line === 'GET event/next') this.#next(request, response);
    else if (line === 'POST init/error' && url.startsWith(prefix))
      await this.#error('init', request, response);
    else if (line === 'POST exit/error') await this.#error('exit', request, response);
    else if (line === 'PUT /2022-07-01/telemetry') await this.#subscribe('telemetry', request, response);
    else if (line === 'PUT /2020-08-15/logs') await this.#subscribe('logs', request, response);
    else return false;
    return true;
  }

  async #register(request: http.IncomingMessage, response: http.ServerResponse): Promise<void> {
    const name = header(request, 'lambda-extension-name') ?? '';
    const body = await readJson(request);
    if (name === '') return refuse(response, 'Extension.InvalidExtensionName', 'Empty extension name');
    if (!this.#isOpen) {
      return refuse(response, 'Extension.RegistrationClosed', 'Extension registration closed already');
    }
    if (typeof body !== 'object' || body === null || Array.isArray(body)) {
      return refuse(response, 'InvalidRequestFormat', 'Invalid request format');
    }
    const asked: unknown = 'events' in body ? (body.events ?? []) : [];
    const isExternal = this.#expected.has(name) && !this.extensions.some((entry) => entry.name === name);
    if (!isExternal && this.extensions.some((entry) => entry.name === name)) {
      return refuse(response, 'Extension.InvalidExtensionState', `Extension ${name} is registered already`);
    }
    const allowed = isExternal ? ['INVOKE', 'SHUTDOWN'] : ['INVOKE'];
    const wrong = Array.isArray(asked) ? asked.find((event) => !allowed.includes(String(event))) : asked;
    if (!Array.isArray(asked) || wrong !== undefined) {
      const message = `${String(wrong)}: event not supported for ${isExternal ? 'external' : 'internal'} extension`;
      return refuse(response, 'Extension.InvalidEventType', message);
    }
    if (this.#registered.size >= extensionsMax) {
      return refuse(response, 'Extension.TooManyExtensions', `Extension limit (${extensionsMax}) reached`);
    }
    const events = (['INVOKE', 'SHUTDOWN'] as const).filter((event) => asked.includes(event));
    const id = randomUUID();
    this.#registered.set(id, { id, name, isExternal, events, queue: [], hasAsked: false });
    const wantsAccount = (header(request, 'lambda-extension-accept-feature') ?? '').includes('accountId');
    const { accountId, ...about } = this.#about;
    reply(response, 200, wantsAccount ? { ...about, accountId } : about, {
      'Lambda-Extension-Identifier': id,
    });
    this.#events.changed();
  }

  #next(request: http.IncomingMessage, response: http.ServerResponse): void {
    const extension = this.#known(request, response);
    if (!extension) return;
    if (extension.waiting) {
      return refuse(
        response,
        'Extension.InvalidExtensionState',
        'The extension waits for its next event already',
      );
    }
    extension.hasAsked = true;
    const event = extension.queue.shift();
    if (event !== undefined) return send(response, event);
    extension.waiting = response;
    response.once('close', () => {
      if (extension.waiting === response) delete extension.waiting;
    });
    this.#events.changed();
  }

  async #error(
    during: 'init' | 'exit',
    request: http.IncomingMessage,
    response: http.ServerResponse,
  ): Promise<void> {
    const extension = this.#known(request, response);
    if (!extension) return;
    await readJson(request);
    const type = header(request, 'lambda-extension-function-error-type');
    if (type === undefined || type === '') {
      return refuse(
        response,
        'Extension.MissingHeader',
        'Missing Lambda-Extension-Function-Error-Type header',
      );
    }
    if (during === 'init' && extension.hasAsked) {
      return refuse(
        response,
        'Extension.InvalidExtensionState',
        'The extension has finished its initialisation',
      );
    }
    reply(response, 202, { status: 'OK' });
    this.#events.failed(extension, during, type);
  }

  async #subscribe(
    api: 'telemetry' | 'logs',
    request: http.IncomingMessage,
    response: http.ServerResponse,
  ): Promise<void> {
    const extension = this.#known(request, response);
    if (!extension) return;
    const body = await readJson(request);
    if (!this.#isOpen) {
      const name = api === 'telemetry' ? 'Telemetry' : 'Logs';
      return refuse(response, `${name}.SubscriptionClosed`, `${name} API subscription is closed already`);
    }
    const subscription = parseSubscription(api, body);
    if (typeof subscription === 'string') return refuse(response, 'ValidationError', subscription, 400);
    response.writeHead(200, { 'Content-Type': 'text/plain' });
    response.end('OK');
    this.#events.subscribed(extension, subscription);
  }

  #known(request: http.IncomingMessage, response: http.ServerResponse): Registered | undefined {
    const id = header(request, 'lambda-extension-identifier');
    if (id === undefined || id === '') {
      refuse(response, 'Extension.MissingExtensionIdentifier', 'Missing Lambda-Extension-Identifier header');
    } else if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id)) {
      refuse(response, 'Extension.InvalidExtensionIdentifier', 'Invalid Lambda-Extension-Identifier');
    } else if (!this.#registered.has(id)) {
      refuse(response, 'Extension.UnknownExtensionIdentifier', `Unknown extension ${id}`);
    }
    return id === undefined ? undefined : this.#registered.get(id);
  }

  #tell(type: EventType, event: object): void {
    for (const extension of this.#registered.values()) {
      if (!extension.events.includes(type)) continue;
      const { waiting } = extension;
      delete extension.waiting;
      if (waiting) send(waiting, event);
      else extension.queue.push(event);
    }
  }
}

function send(response: http.ServerResponse, event: object): void {
  reply(response, 200, event, { 'Lambda-Extension-Event-Identifier': randomUUID() });
}

function header(request: http.IncomingMessage, name: string): string | undefined {
  const value = request.headers[name];
  return typeof value === 'string' ? value : undefined;
}
