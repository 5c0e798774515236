/** CORS of an HTTP API as its page shows it. */
export interface HttpCors {
  readonly origins: readonly string[];
  readonly methods: readonly string[];
  readonly headers: readonly string[];
  readonly exposed: readonly string[];
  readonly maxAgeSeconds: number | undefined;
  readonly hasCredentials: boolean;
}
