import type { RequestContext } from '../services/service.ts';
import type { Exchange } from './exchange.ts';

/** What an operation may know about its caller. The signal is made when someone asks for it. */
export class HttpRequestContext implements RequestContext {
  readonly accountId: string;
  readonly region: string;
  readonly requestId: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly baseUrl: string;
  readonly #exchange: Exchange;
  #controller: AbortController | undefined;

  constructor(exchange: Exchange, accountId: string, region: string) {
    this.accountId = accountId;
    this.region = region;
    this.requestId = exchange.requestId;
    this.headers = exchange.request.headers;
    this.baseUrl = `http://${exchange.request.headers.host ?? exchange.hostName}`;
    this.#exchange = exchange;
  }

  get signal(): AbortSignal {
    if (this.#controller) return this.#controller.signal;
    const controller = new AbortController();
    this.#controller = controller;
    const { outgoing } = this.#exchange;
    const onClose = (): void => {
      if (!outgoing.writableFinished) controller.abort();
    };
    if (outgoing.destroyed) onClose();
    else outgoing.once('close', onClose);
    return controller.signal;
  }
}
