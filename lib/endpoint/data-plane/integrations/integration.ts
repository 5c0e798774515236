import type { Answer } from '../shared/answer.ts';

/**
 * What became of a call to a back end. `failed` is a back end that answered with what is no answer, or that we may not
 * call; `unavailable` one that did not answer: too late, not at all, or for want of capacity.
 */
export type IntegrationResult =
  | {
      readonly kind: 'answered';
      readonly answer: Answer;
      /** What the answer cannot carry on, as it speaks of the connection to the back end. */
      readonly connectionHeaders?: Answer['headers'];
    }
  /** `reason` is for the log alone. */
  | {
      readonly kind: 'failed' | 'unavailable' | 'too-large';
      readonly reason: string;
      /** The time for an answer was over. */
      readonly isLate?: boolean;
    };

/** Puts stage variables where an address names them; a missing one is nothing. */
export function withStageVariables(text: string, variables: Readonly<Record<string, string>>): string {
  return text.replaceAll(/\$\{stageVariables\.(\w+)\}/g, (_, name: string) =>
    Object.hasOwn(variables, name) ? (variables[name] ?? '') : '',
  );
}
