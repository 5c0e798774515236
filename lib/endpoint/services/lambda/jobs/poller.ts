/** What reads one source for one mapping. A stream's poller would be another implementation, not another design. */
export interface Poller {
  /** Takes nothing more and resolves when the calls under way have ended. */
  stop(): Promise<void>;
  /** At shutdown, when waiting is over: results of calls under way do not count any more. */
  abandon(): void;
}
