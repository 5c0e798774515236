import { Status, type StatusLook } from '@/components/ui/status';
import type { TraceOutcome } from '@/lib/domain/trace';

const looks: Record<TraceOutcome, StatusLook> = {
  ok: 'success',
  fault: 'danger',
  error: 'warning',
  throttle: 'throttled',
};

export function TraceStatus(props: { outcome: TraceOutcome; word: string }) {
  return <Status look={looks[props.outcome]}>{props.word}</Status>;
}
