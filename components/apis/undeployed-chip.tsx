import { Chip } from '@/components/ui/chip';
import { getTranslator } from '@/lib/i18n/server';

/** Says that stages serve something else than the API as it stands. Nothing, when they do not. */
export async function UndeployedChip({ stages }: { stages: readonly string[] }) {
  if (stages.length === 0) return null;
  const t = await getTranslator('apis');
  return (
    <Chip tone="warning" tooltip={t('undeployed.text', { stages: stages.join(', ') })}>
      {t('undeployed.title')}
    </Chip>
  );
}
