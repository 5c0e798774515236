import { ServiceError } from '../../../errors.ts';

/** What an import says besides: `warnings` can stop it, `info` names what HTTP APIs have no use for. */
export interface Findings {
  readonly warnings: string[];
  readonly info: string[];
}

/** One part that is refused does not stop the import: it is left out with a warning [rec for authorizers]. */
export function attempt<T>({ warnings }: Findings, what: string, make: () => T): T | undefined {
  try {
    return make();
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    warnings.push(`Unable to create ${what}: ${error.message}`);
    return undefined;
  }
}
