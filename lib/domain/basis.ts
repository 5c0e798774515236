/** What an edit form was filled from. */
export interface Basis<Values> {
  readonly values: Values;
  /** AWS refuses a save that is based on another revision; undefined where the endpoint has none. */
  readonly revisionId: string | undefined;
  /** ISO time. */
  readonly readAt: string;
}
