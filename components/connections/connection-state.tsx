import { Status } from '@/components/ui/status';
import type { ConsoleError } from '@/lib/domain/console-error';
import type { Result } from '@/lib/shared/result';

export interface ConnectionStateWords {
  readonly reachable: (milliseconds: number) => string;
  readonly denied: string;
  readonly unreachable: string;
  readonly failed: string;
}

/** Whether a connection answers, and for which account. */
export function ConnectionState(props: {
  state: Result<{ accountId: string; milliseconds: number }, ConsoleError>;
  words: ConnectionStateWords;
}) {
  const { state, words } = props;
  if (state.ok) {
    return (
      <span className="inline-flex flex-wrap items-center gap-x-12">
        <Status look="success">{words.reachable(state.data.milliseconds)}</Status>
        <code className="text-12 text-muted">{state.data.accountId}</code>
      </span>
    );
  }
  const { kind, message } = state.error;
  if (kind === 'denied') {
    return (
      <Status look="denied" tooltip={message}>
        {words.denied}
      </Status>
    );
  }
  return (
    <Status look="danger" tooltip={message}>
      {kind === 'unreachable' ? words.unreachable : words.failed}
    </Status>
  );
}
