import { oneOf, type ConstraintRow } from './constraints.ts';

interface Invocation {
  readonly InvocationType?: string | undefined;
  readonly LogType?: string | undefined;
}

const logType: ConstraintRow<Invocation> = {
  path: 'logType',
  read: (input) => input.LogType,
  check: oneOf(['None', 'Tail']),
};

export const invokeConstraints: readonly ConstraintRow<Invocation>[] = [
  {
    path: 'invocationType',
    read: (input) => input.InvocationType,
    check: oneOf(['Event', 'RequestResponse', 'DryRun']),
  },
  logType,
];

export const streamConstraints: readonly ConstraintRow<Invocation>[] = [
  {
    path: 'invocationType',
    read: (input) => input.InvocationType,
    check: oneOf(['RequestResponse', 'DryRun']),
  },
  logType,
];
