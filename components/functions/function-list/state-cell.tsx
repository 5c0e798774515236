import { Status, type StatusLook } from '@/components/ui/status';

const looks: Readonly<Record<string, StatusLook>> = {
  Active: 'success',
  Pending: 'progress',
  Deleting: 'progress',
  Deactivating: 'progress',
  Inactive: 'paused',
  Deactivated: 'paused',
  ActiveNonInvocable: 'warning',
  Failed: 'danger',
};

/** A function's state as icon and word; a dash while it is not known, AWS's own word for one we do not know. */
export function StateCell(props: {
  state: string | undefined;
  label: (state: string) => string;
  unknown: string;
}) {
  if (props.state === undefined) {
    return (
      <span className="text-muted" data-tooltip={props.unknown}>
        –
      </span>
    );
  }
  return <Status look={looks[props.state] ?? 'unknown'}>{props.label(props.state)}</Status>;
}
