import type { Language } from '../runtimes.ts';

/** Source that a new function starts from. */
export interface FunctionSample {
  readonly id: string;
  readonly languages: readonly Language[];
  readonly handler: string;
  /** Path in the package → text. */
  readonly files: Readonly<Record<string, string>>;
  /** Paths that must be executable. */
  readonly executables?: readonly string[];
}
