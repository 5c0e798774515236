import type { Metadata } from 'next';
import { EmptySection } from '@/components/configuration/empty-section';
import { DetailsSection } from '@/components/patterns/details-section';
import { EmptyLine } from '@/components/patterns/empty';
import { Failure } from '@/components/patterns/failure';
import { Card } from '@/components/ui/card';
import { CodeText } from '@/components/ui/code-text';
import { TextLink } from '@/components/ui/text-link';
import { getTranslator } from '@/lib/i18n/server';
import { getFunction } from '@/lib/queries/function';
import { openFunctionPage, type FunctionPageProps } from '@/lib/queries/open-function-page';
import { getFunctionSigning, getSigningConfig } from '@/lib/queries/signing';
import { routes } from '@/lib/routes';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('signing');
  return { title: t('section') };
}

export default async function FunctionSigningPage(props: FunctionPageProps) {
  const { place, functionName, mayChange } = await openFunctionPage(props);
  const [found, signing, t] = await Promise.all([
    getFunction(place, functionName),
    getFunctionSigning(place, functionName),
    getTranslator('signing'),
  ]);
  if (!found.ok) return null; // The layout has said why.

  const title = t('section');
  if (found.data.packageType === 'Image') {
    return (
      <Card title={title}>
        <EmptyLine>{t('onFunction.onlyZip')}</EmptyLine>
      </Card>
    );
  }
  if (!signing.ok) return <Failure error={signing.error} />;
  const { arn } = signing.data.values;
  const edit = {
    editHref: routes.editConfiguration(place, functionName, 'code-signing'),
    editDisabledReason: mayChange ? undefined : t('roleNeeded'),
  };
  if (arn === '') {
    return <EmptySection title={title} text={t('onFunction.none')} editLabel={t('edit')} {...edit} />;
  }
  const config = await getSigningConfig(place, arn);
  const { signingProfileVersionArn, signingJobArn } = found.data;
  const row = config.ok ? config.data.row : undefined;
  return (
    <DetailsSection
      title={title}
      {...edit}
      items={[
        {
          label: t('onFunction.field'),
          value: <TextLink href={routes.signingConfig(place, arn)}>{arn.split(':').at(-1)}</TextLink>,
          hint: row?.description,
        },
        {
          label: t('policy'),
          value: row && (row.policy === 'Warn' || row.policy === 'Enforce' ? t(row.policy) : row.policy),
        },
        { label: t('publisherCount'), value: row?.publishers.length },
        {
          label: t('onFunction.signature'),
          value: signingProfileVersionArn && <CodeText text={signingProfileVersionArn} cut="start" />,
        },
        {
          label: t('onFunction.job'),
          value: signingJobArn && <CodeText text={signingJobArn} cut="start" />,
        },
      ]}
      note={!config.ok && <Failure error={config.error} compact />}
    />
  );
}
