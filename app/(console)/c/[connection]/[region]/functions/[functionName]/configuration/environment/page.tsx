import type { Metadata } from 'next';
import { VariablesCard } from '@/components/configuration/environment/variables-card';
import { QualifierFailure } from '@/components/function-page/qualifier-failure';
import { DetailsSection } from '@/components/patterns/details-section';
import { EditLink } from '@/components/patterns/edit-link';
import { Card } from '@/components/ui/card';
import { CodeText } from '@/components/ui/code-text';
import { Note } from '@/components/ui/note';
import { getTranslator } from '@/lib/i18n/server';
import { getFunction } from '@/lib/queries/function';
import { openFunctionPage, type FunctionPageProps } from '@/lib/queries/open-function-page';
import { routes } from '@/lib/routes';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('configuration');
  return { title: t('environment.title') };
}

export default async function EnvironmentPage(props: FunctionPageProps) {
  const { place, functionName, qualifier, mayChange } = await openFunctionPage(props);
  const found = await getFunction(place, functionName, qualifier);
  if (!found.ok) return <QualifierFailure qualifier={qualifier} error={found.error} />;

  const facts = found.data;
  const t = await getTranslator('configuration');
  const [v, w] = await Promise.all([getTranslator('versions'), getTranslator('arnSettings')]);
  const refusedReason = mayChange ? undefined : t('roleNeeded');
  const editDisabledReason = qualifier ? v('qualifier.readOnly', { qualifier }) : refusedReason;
  if (facts.variablesError !== undefined) {
    return (
      <Card
        title={t('environment.title')}
        acts={
          <EditLink
            href={routes.editConfiguration(place, facts.name, 'environment')}
            disabledReason={editDisabledReason}
          />
        }
      >
        <Note tone="danger" title={t('environment.unreadable')}>
          {facts.variablesError}
        </Note>
      </Card>
    );
  }
  return (
    <>
      <VariablesCard
        key={facts.revisionId}
        place={place}
        functionName={facts.name}
        qualifier={qualifier}
        keys={facts.variableNames}
        bytes={facts.variablesBytes}
        refusedReason={refusedReason}
        editDisabledReason={editDisabledReason}
      />
      <DetailsSection
        title={w('encryption.title')}
        {...(qualifier === undefined && {
          editHref: routes.encryption(place, facts.name),
          editDisabledReason: refusedReason,
        })}
        items={[
          {
            label: w('encryption.label'),
            value: facts.kmsKeyArn ? <CodeText text={facts.kmsKeyArn} cut="start" /> : w('encryption.none'),
            wide: true,
          },
        ]}
      />
    </>
  );
}
