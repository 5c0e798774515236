import { Status, type StatusLook } from '@/components/ui/status';

const looks: Readonly<Record<string, StatusLook>> = {
  Enabled: 'success',
  Disabled: 'paused',
  Creating: 'progress',
  Enabling: 'progress',
  Disabling: 'progress',
  Updating: 'progress',
  Deleting: 'progress',
};

/** True while AWS is at work on a mapping. */
export const isMappingChanging = (state: string) => looks[state] === 'progress';

/** AWS's word for the state of a mapping, with its picture. */
export function MappingState({ state }: { state: string }) {
  return <Status look={looks[state] ?? 'unknown'}>{state || '–'}</Status>;
}
