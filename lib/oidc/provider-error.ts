/**
 * What went wrong between this console and the provider:
 * `unreachable` no answer or a broken one, `untrusted` an answer that does not prove what it should,
 * `misconfigured` the provider does not take this console for its client, `stale` a code that is used up.
 */
export type ProviderProblem = 'unreachable' | 'untrusted' | 'misconfigured' | 'stale';

/** The message is for the log and the audit record: it names the fact and never holds a token, code or secret. */
export class ProviderError extends Error {
  override readonly name = 'ProviderError';
  readonly problem: ProviderProblem;

  constructor(problem: ProviderProblem, message: string) {
    super(message);
    this.problem = problem;
  }
}
