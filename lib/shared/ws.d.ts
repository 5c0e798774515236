/** The part of the package `ws` that the endpoint, the console and their tests use: it is published without types. */
declare module 'ws' {
  import type { EventEmitter } from 'node:events';
  import type { Agent, IncomingMessage } from 'node:http';
  import type { Duplex } from 'node:stream';

  export class WebSocket extends EventEmitter {
    static readonly OPEN: 1;
    constructor(
      address: string,
      protocols?: string | readonly string[],
      options?: {
        readonly headers?: Readonly<Record<string, string>>;
        readonly origin?: string;
        readonly perMessageDeflate?: boolean;
        readonly skipUTF8Validation?: boolean;
        readonly agent?: Agent;
        /** Milliseconds until the server has answered the upgrade. */
        readonly handshakeTimeout?: number;
        /** Bytes of a message; larger ones close with 1009. */
        readonly maxPayload?: number;
      },
    );
    readonly readyState: number;
    /** Bytes handed to `send` that the system has not taken yet. */
    readonly bufferedAmount: number;
    readonly protocol: string;
    send(
      data: string | Uint8Array,
      options?: { readonly binary?: boolean; readonly fin?: boolean },
      done?: (error?: Error) => void,
    ): void;
    ping(data?: string): void;
    close(code?: number, reason?: string): void;
    terminate(): void;
    pause(): void;
    resume(): void;
    on(event: 'open' | 'pause', listener: () => void): this;
    on(event: 'message', listener: (data: Buffer, isBinary: boolean) => void): this;
    on(event: 'ping' | 'pong', listener: (data: Buffer) => void): this;
    on(event: 'close', listener: (code: number, reason: Buffer) => void): this;
    on(event: 'error', listener: (error: Error) => void): this;
    on(
      event: 'unexpected-response',
      listener: (request: { destroy(): void }, response: IncomingMessage) => void,
    ): this;
  }

  export class WebSocketServer extends EventEmitter {
    constructor(options: {
      readonly noServer: true;
      /** Bytes of a message; larger ones close with 1009. */
      readonly maxPayload: number;
      readonly maxFragments?: number;
      readonly clientTracking: boolean;
      readonly perMessageDeflate: boolean;
      /** Milliseconds that a peer has to answer a close frame. */
      readonly closeTimeout?: number;
      readonly handleProtocols?: (protocols: Set<string>, request: IncomingMessage) => string | false;
    });
    handleUpgrade(
      request: IncomingMessage,
      socket: Duplex,
      head: Buffer,
      done: (socket: WebSocket, request: IncomingMessage) => void,
    ): void;
  }
}
