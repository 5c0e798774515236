import type { Environment } from './environment.ts';
import type { InvocationOutcome, InvocationRequest, LaunchDescription } from './launch.ts';

export interface Waiting {
  readonly launch: LaunchDescription;
  readonly request: InvocationRequest;
  readonly resolve: (outcome: InvocationOutcome) => void;
}

/** Everything of one key. */
export interface KeyState {
  readonly key: string;
  readonly waiting: Waiting[];
  /** Last used is last: it is taken first. */
  readonly idle: Environment[];
  readonly all: Set<Environment>;
  starting: number;
  /** When its newest environment was ready. */
  turnStartedAt: number;
  patience: NodeJS.Timeout | undefined;
  /** No environment of this key is kept after its call. */
  isRetired: boolean;
}

export function newKeyState(key: string): KeyState {
  return {
    key,
    waiting: [],
    idle: [],
    all: new Set(),
    starting: 0,
    turnStartedAt: 0,
    patience: undefined,
    isRetired: false,
  };
}
