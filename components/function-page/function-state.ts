import type { StatusLook } from '@/components/ui/status';
import type { FunctionPage } from '@/lib/queries/function';

/** States we have words for; any other is shown as AWS writes it. */
const looks: Readonly<Record<string, StatusLook>> = {
  Active: 'success',
  Pending: 'progress',
  Inactive: 'paused',
  Failed: 'danger',
  Deactivating: 'progress',
  Deactivated: 'paused',
  ActiveNonInvocable: 'warning',
  Deleting: 'progress',
};

export type StateWord =
  | 'Active'
  | 'Pending'
  | 'Inactive'
  | 'Failed'
  | 'Deactivating'
  | 'Deactivated'
  | 'ActiveNonInvocable'
  | 'Deleting'
  | 'updating'
  | 'updateFailed'
  | 'throttled';

type StateFacts = Pick<FunctionPage, 'state' | 'lastUpdateStatus' | 'reservedConcurrency'>;

/** The one state the header shows: what keeps the function from working comes before what is going on. */
export function headerState(facts: StateFacts): { look: StatusLook; word?: StateWord; raw?: string } {
  const { state, lastUpdateStatus } = facts;
  if (state !== undefined && state !== 'Active') {
    return Object.hasOwn(looks, state)
      ? { look: looks[state] ?? 'unknown', word: state as StateWord }
      : { look: 'unknown', raw: state };
  }
  if (lastUpdateStatus === 'InProgress') return { look: 'progress', word: 'updating' };
  if (lastUpdateStatus === 'Failed') return { look: 'danger', word: 'updateFailed' };
  if (facts.reservedConcurrency === 0) return { look: 'throttled', word: 'throttled' };
  return state === undefined ? { look: 'unknown', raw: '–' } : { look: 'success', word: 'Active' };
}

/** True while AWS is still at work and the page should look again by itself. */
export function isInTransition({
  state,
  lastUpdateStatus,
}: Omit<StateFacts, 'reservedConcurrency'>): boolean {
  return (
    state === 'Pending' ||
    state === 'Deactivating' ||
    state === 'Deleting' ||
    lastUpdateStatus === 'InProgress'
  );
}
