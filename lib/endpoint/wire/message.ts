/** The HTTP message as the wire layer sees it: node:http stays in `endpoint/http`. */
export interface WireBody {
  /** From `Content-Length`; undefined when the length is not known beforehand. */
  readonly declaredBytes: number | undefined;
  /** All of it; undefined when it is longer than the limit, without having held more than that. */
  read(limitBytes: number): Promise<Uint8Array | undefined>;
  /** As it comes, for operations that stream. */
  stream(): AsyncIterable<Uint8Array>;
}

export interface WireRequest {
  readonly method: string;
  /** As sent: neither decoded nor normalised. Starts with a slash. */
  readonly path: string;
  /** As sent, without the question mark. */
  readonly query: string;
  /** Lower-case names; repeated headers are joined by a comma. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: WireBody;
}

export type WireReplyBody = Uint8Array | string | AsyncIterable<Uint8Array> | undefined;

export interface WireReply {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body: WireReplyBody;
}
