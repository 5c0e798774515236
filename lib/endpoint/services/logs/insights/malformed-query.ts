/** What is wrong with a query's text, and where. Plain, so that it can cross between threads. */
export class MalformedQuery extends Error {
  override readonly name = 'MalformedQuery';
  readonly start: number;
  readonly end: number;

  constructor(message: string, start: number, end: number) {
    super(message);
    this.start = start;
    this.end = end;
  }
}

/** A command or function that CloudWatch Logs has and this endpoint does not. */
export class UnsupportedQuery extends Error {
  override readonly name = 'UnsupportedQuery';
}
