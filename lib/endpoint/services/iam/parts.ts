import type { IamRepository } from './repository.ts';

/** What IAM's operations share. */
export interface IamParts {
  readonly repository: IamRepository;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}
