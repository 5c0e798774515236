import { Status } from '@/components/ui/status';
import type { HttpStage } from '@/lib/domain/http-api/stage';
import { getTranslator } from '@/lib/i18n/server';

/** Which stages serve every change at once; or that nothing is served. */
export async function AutoDeployMark({ stages }: { stages: readonly HttpStage[] }) {
  const t = await getTranslator('httpApis');
  const automatic = stages.filter(({ autoDeploy }) => autoDeploy).map(({ name }) => name);
  if (stages.length === 0) return <Status look="warning">{t('noStages')}</Status>;
  if (automatic.length === 0) return null;
  return <Status look="success">{t('autoDeploy', { stages: automatic.slice(0, 3).join(', ') })}</Status>;
}
