import { length, oneOf, pattern, type ConstraintRow } from './constraints.ts';
import { tenantIdPattern } from './patterns.ts';

interface Invocation {
  readonly InvocationType?: string | undefined;
  readonly LogType?: string | undefined;
  readonly TenantId?: string | undefined;
}

const logType: ConstraintRow<Invocation> = {
  path: 'logType',
  read: (input) => input.LogType,
  check: oneOf(['None', 'Tail']),
};

const tenantId: readonly ConstraintRow<Invocation>[] = [length(1, 256), pattern(tenantIdPattern)].map(
  (check) => ({
    path: 'tenantId',
    read: (input) => input.TenantId,
    check,
  }),
);

export const invokeConstraints: readonly ConstraintRow<Invocation>[] = [
  {
    path: 'invocationType',
    read: (input) => input.InvocationType,
    check: oneOf(['Event', 'RequestResponse', 'DryRun']),
  },
  logType,
  ...tenantId,
];

export const streamConstraints: readonly ConstraintRow<Invocation>[] = [
  {
    path: 'invocationType',
    read: (input) => input.InvocationType,
    check: oneOf(['RequestResponse', 'DryRun']),
  },
  logType,
  ...tenantId,
];
