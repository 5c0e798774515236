import { Status, type StatusLook } from '@/components/ui/status';
import { getTranslator } from '@/lib/i18n/server';

const looks = {
  Pending: 'progress',
  Active: 'success',
  Failed: 'danger',
  Deleting: 'progress',
} as const satisfies Readonly<Record<string, StatusLook>>;

const isKnown = (state: string): state is keyof typeof looks => Object.hasOwn(looks, state);

/** State of a capacity provider, in AWS's word where we do not know it. */
export async function ProviderState({ state }: { state: string }) {
  const t = await getTranslator('capacity');
  if (!isKnown(state)) return <Status look="unknown">{state}</Status>;
  return <Status look={looks[state]}>{t(`states.${state}`)}</Status>;
}

/** Whether the state is about to be another one. */
export const isProviderChanging = (state: string) => state === 'Pending' || state === 'Deleting';
