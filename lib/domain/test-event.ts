/** A saved event of the Test tab. */
export interface TestEvent {
  readonly name: string;
  /** JSON as it was typed. */
  readonly body: string;
  /** ISO time. */
  readonly updatedAt: string;
}
