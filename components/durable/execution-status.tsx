import { Status, type StatusLook } from '@/components/ui/status';
import { isKnownStatus, type KnownExecutionStatus } from '@/lib/domain/durable-execution';
import type { OperationStatus } from '@/lib/domain/durable-operations';
import { getTranslator } from '@/lib/i18n/server';

const looks = {
  RUNNING: 'progress',
  SUCCEEDED: 'success',
  FAILED: 'danger',
  TIMED_OUT: 'danger',
  STOPPED: 'paused',
} as const satisfies Record<KnownExecutionStatus, StatusLook>;

const operationLooks = {
  running: 'progress',
  retrying: 'warning',
  succeeded: 'success',
  failed: 'danger',
  'timed-out': 'danger',
  stopped: 'paused',
  cancelled: 'paused',
} as const satisfies Record<OperationStatus, StatusLook>;

/** Status of an execution, in AWS's word where we do not know it. */
export async function ExecutionStatus({ status }: { status: string }) {
  const t = await getTranslator('durable');
  if (!isKnownStatus(status)) return <Status look="unknown">{status}</Status>;
  return <Status look={looks[status]}>{t(`status.${status}`)}</Status>;
}

/** Status of one operation of an execution. */
export async function OperationState({ status }: { status: OperationStatus }) {
  const t = await getTranslator('durable');
  return <Status look={operationLooks[status]}>{t(`operationStatus.${status}`)}</Status>;
}
