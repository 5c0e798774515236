import type { Metadata } from 'next';
import { QualifierFailure } from '@/components/function-page/qualifier-failure';
import { DetailsSection } from '@/components/patterns/details-section';
import { ButtonLink } from '@/components/ui/button-link';
import { CodeText } from '@/components/ui/code-text';
import { runtimeFacts } from '@/lib/domain/runtimes';
import { snapStartObstacle } from '@/lib/domain/snap-start';
import { getTranslator } from '@/lib/i18n/server';
import { getFunction } from '@/lib/queries/function';
import { openFunctionPage, type FunctionPageProps } from '@/lib/queries/open-function-page';
import { routes } from '@/lib/routes';

/** AWS gives a function one vCPU at this much memory, in MB. */
const memoryOfOneCpu = 1_769;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('configuration');
  return { title: t('general.title') };
}

export default async function GeneralPage(props: FunctionPageProps) {
  const { place, functionName, qualifier, mayChange } = await openFunctionPage(props);
  const found = await getFunction(place, functionName, qualifier);
  if (!found.ok) return <QualifierFailure qualifier={qualifier} error={found.error} />;

  const facts = found.data;
  const t = await getTranslator('configuration');
  const v = await getTranslator('versions');
  const m = await getTranslator('memoryTuning');
  const { runtime, role } = facts;
  const isSnapStartRefused = snapStartObstacle(runtime, facts.ephemeralStorageMb) === 'runtime';
  const label = runtime && runtimeFacts(runtime)?.label;
  return (
    <>
      <DetailsSection
        title={t('general.title')}
        acts={
          !qualifier && (
            <ButtonLink size="small" href={routes.memoryTuning(place, facts.name)}>
              {m('open')}
            </ButtonLink>
          )
        }
        editHref={routes.editConfiguration(place, facts.name, 'general')}
        editDisabledReason={
          qualifier ? v('qualifier.readOnly', { qualifier }) : mayChange ? undefined : t('roleNeeded')
        }
        items={[
          { label: t('general.description'), value: facts.description },
          {
            label: t('general.memory'),
            value: t('general.mb', { value: facts.memoryMb }),
            hint: t('general.cpu', { cpu: facts.memoryMb / memoryOfOneCpu }),
          },
          {
            label: t('general.storage'),
            value: t('general.mb', { value: facts.ephemeralStorageMb }),
            hint: '/tmp',
          },
          {
            label: t('general.timeout'),
            value: t('general.minSec', {
              min: Math.floor(facts.timeoutSeconds / 60),
              sec: facts.timeoutSeconds % 60,
            }),
          },
          {
            label: t('general.snapStart'),
            value: facts.snapStart === 'None' ? t('none') : facts.snapStart,
            hint: isSnapStartRefused && t('general.notAvailable', { runtime: runtime ?? '' }),
          },
          {
            label: t('general.role'),
            value: role && (
              <CodeText text={role.split(':role/')[1] ?? role} copyLabel={t('general.copyRole')} />
            ),
          },
        ]}
      />
      <DetailsSection
        title={t('general.runtimeTitle')}
        items={[
          {
            label: t('general.runtime'),
            value: label ?? runtime ?? t('general.image'),
            hint: label && <code>{runtime}</code>,
          },
          { label: t('general.handler'), value: facts.handler && <code>{facts.handler}</code> },
          { label: t('general.architecture'), value: <code>{facts.architecture}</code> },
        ]}
      />
    </>
  );
}
