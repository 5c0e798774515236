/** What the runtimes need to know to run code: a plain description, no service record. */

export interface LaunchDescription {
  /** Environments are reused only for the same key: function ARN, version, configuration and code together. */
  readonly key: string;
  readonly functionName: string;
  /** `$LATEST` or a version number. */
  readonly version: string;
  readonly accountId: string;
  readonly region: string;
  /** AWS's identifier, e.g. `nodejs24.x`, `python3.13`, `provided.al2023`. */
  readonly runtime: string;
  readonly handler: string;
  readonly memoryMb: number;
  readonly timeoutSeconds: number;
  readonly ephemeralStorageMb: number;
  /** The function's own variables, decrypted. Reserved names are added by the runtimes. */
  readonly variables: Readonly<Record<string, string>>;
  /** Folder with the unpacked package; shared by environments, never written by them. */
  readonly codeFolder: string;
  /** Folders with unpacked layers in order; merged under /opt. */
  readonly layerFolders: readonly string[];
  /** Folders that the function sees under /mnt and may write to; the isolation level must be `sandbox`. */
  readonly mounts?: readonly Mount[];
  readonly logGroup: string;
  readonly logFormat: 'Text' | 'JSON';
  readonly applicationLogLevel?: string;
  readonly systemLogLevel?: string;
  /** How its environments come to be; `on-demand` unless they are made before any call. */
  readonly initialization?: 'on-demand' | 'provisioned-concurrency';
  /** Given to the function as AWS_ENDPOINT_URL so that its SDK reaches this endpoint. */
  readonly endpointUrl: string;
  /** Whose rights the function has. */
  readonly roleArn?: string;
  /** `host:port` where the function sends trace segments by UDP. */
  readonly traceDaemon?: string | undefined;
  /** Of one environment. Without them its calls are those of the account. */
  readonly keys?: LaunchKeys;
}

/** What a function's SDK signs its calls with. */
export interface LaunchKeys {
  readonly accessKeyId: string;
  readonly secret: string;
  readonly token: string;
}

export interface Mount {
  readonly host: string;
  /** `/mnt/…`. */
  readonly inside: string;
}

export interface InvocationRequest {
  readonly requestId: string;
  readonly payload: Uint8Array;
  /** ARN as the caller named the function, with qualifier if given; ends up in the handler's context. */
  readonly invokedFunctionArn: string;
  /** Decoded client context JSON. */
  readonly clientContext?: string;
  readonly traceHeader?: string;
  /** Of a function whose environments are never shared between tenants; the launch's key names it too. */
  readonly tenantId?: string | undefined;
  /** Set when the call is traced; said in its REPORT. */
  readonly tracing?: { readonly traceId: string; readonly segmentId: string };
  /**
   * Set for response streaming: called with each chunk as the handler writes it, or once with the whole response
   * of a handler that does not stream. The outcome's payload is empty then, unless it is an error.
   */
  readonly onChunk?: (chunk: Uint8Array) => void;
  /** Called before the first chunk with the content type that the handler chose for its stream. */
  readonly onStreamStart?: (contentType: string) => void;
  /** Who may hang up; the signal is read only when the call has to wait, so that it may be made then. */
  readonly caller: { readonly signal: AbortSignal };
}

/** The figures of the REPORT line. */
export interface InvocationReport {
  /** When the function began with it, milliseconds since 1970 with their fractions. */
  readonly startedMs: number;
  readonly durationMs: number;
  readonly billedDurationMs: number;
  readonly maxMemoryUsedMb: number;
  /** Only on a cold start. */
  readonly initDurationMs?: number;
  /** Likewise; environments may be made before they are called. */
  readonly initEndedMs?: number;
  readonly logStream: string;
  /** Last 4 KB of this invocation's log, as LogResult shows it (not yet base64). Few callers ask for it. */
  readonly logTail: () => Uint8Array;
}

export type InvocationOutcome =
  | { readonly kind: 'success'; readonly payload: Uint8Array; readonly report: InvocationReport }
  /** `payload` is the JSON error document; `X-Amz-Function-Error` is always `Unhandled` for managed runtimes. */
  | {
      readonly kind: 'function-error';
      readonly functionError: 'Unhandled' | 'Handled';
      readonly payload: Uint8Array;
      readonly report: InvocationReport;
    }
  /** Nothing ran: the machine lacks the interpreter, or the endpoint is shutting down. */
  | { readonly kind: 'not-run'; readonly reason: string };

export interface LogEvent {
  /** Milliseconds since 1970. */
  readonly timestamp: number;
  readonly message: string;
}

/** Where log lines go. Must not throw; back-pressure is the sink's affair. */
export interface LogSink {
  append(
    where: { accountId: string; region: string; logGroup: string; logStream: string },
    events: readonly LogEvent[],
  ): void;
}

export type IsolationLevel = 'portable' | 'linux' | 'sandbox';

export interface FoundRuntime {
  /** Lambda identifiers it serves, e.g. [`python3.11`]. */
  readonly identifiers: readonly string[];
  /** What it is, e.g. `Python 3.11.7`, and where. */
  readonly version: string;
  readonly path: string;
}

export type ProvisionOutcome =
  | { readonly kind: 'ready' }
  /** Another wish for the same key, or the end of the function, came before this one was met. */
  | { readonly kind: 'replaced' }
  /** `init`: the function's own code failed. `machine`: this machine does not keep so many, or cannot run it. */
  | { readonly kind: 'failed'; readonly cause: 'init' | 'machine'; readonly reason: string };

export interface Runtimes {
  readonly isolation: IsolationLevel;
  /** Found on the machine at start. `version` tells a stand-in (Node 20 for nodejs24.x) from the real thing. */
  readonly found: readonly FoundRuntime[];
  /** Runs one invocation to its end. Never rejects for something the function did. */
  invoke(launch: LaunchDescription, request: InvocationRequest): Promise<InvocationOutcome>;
  /**
   * Keeps so many environments of the description's key initialised, beside those that calls start; one that ends is
   * replaced. 0 lets them go. Resolves once they are there; never rejects.
   */
  provision(launch: LaunchDescription, count: number): Promise<ProvisionOutcome>;
  /** Provisioned environments of a key that are initialised, busy ones included. */
  provisioned(key: string): number;
  /** Stops idle environments whose key starts with the prefix; busy ones end after their call. */
  retire(keyPrefix: string): void;
  /** Figures for health, bench and tests. */
  counts(): { environments: number; busy: number; starting: number };
  /** Kills everything, waits for it, removes temporary folders. */
  close(): Promise<void>;
}
