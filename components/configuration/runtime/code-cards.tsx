import { DetailsSection } from '@/components/patterns/details-section';
import { Failure } from '@/components/patterns/failure';
import { Card } from '@/components/ui/card';
import { CodeText } from '@/components/ui/code-text';
import { RelativeTime } from '@/components/ui/relative-time';
import type { ConsoleError } from '@/lib/domain/console-error';
import { runtimeFacts } from '@/lib/domain/runtimes';
import type { ManagementTexts } from '@/lib/forms/runtime';
import { getTranslator } from '@/lib/i18n/server';
import type { Basis } from '@/lib/queries/configuration';
import type { FunctionPage } from '@/lib/queries/function';
import { routes, type CodeForm, type Place } from '@/lib/routes';
import { formatBytes } from '@/lib/shared/bytes';
import type { Result } from '@/lib/shared/result';

interface CardProps {
  place: Place;
  facts: FunctionPage;
  /** A version or an alias: what it holds cannot be edited. */
  qualifier: string | undefined;
  refusedReason: string | undefined;
}

function editOf(props: CardProps, form: CodeForm) {
  if (props.qualifier !== undefined) return {};
  return {
    editHref: routes.editCode(props.place, props.facts.name, form),
    editDisabledReason: props.refusedReason,
  };
}

/** Size, hash and keys of the deployed package. */
export async function CodeProperties(props: CardProps) {
  const { facts } = props;
  const [t, words] = await Promise.all([getTranslator('code'), getTranslator('codeSettings')]);
  const isZip = facts.packageType === 'Zip';
  const key = (arn: string | undefined) =>
    arn && <CodeText text={arn} cut="start" copyLabel={words('package.copyKms')} />;
  return (
    <DetailsSection
      title={t('properties.title')}
      {...(isZip && editOf(props, 'package'))}
      items={[
        { label: t('properties.size'), value: isZip ? formatBytes(facts.codeBytes) : undefined },
        {
          label: t('properties.sha'),
          value: facts.codeSha256 && (
            <CodeText text={facts.codeSha256} cut="end" copyLabel={t('properties.copySha')} />
          ),
        },
        {
          label: t('properties.lastModified'),
          value: facts.lastModified && <RelativeTime at={facts.lastModified} />,
        },
        ...(isZip
          ? [
              {
                label: words('package.kms'),
                value: key(facts.packageKeyArn) ?? words('package.kmsNone'),
              },
            ]
          : []),
        ...(facts.storedIn
          ? [{ label: words('package.storage'), value: <CodeText text={facts.storedIn} /> }]
          : []),
        ...(facts.kmsKeyArn ? [{ label: words('package.variablesKms'), value: key(facts.kmsKeyArn) }] : []),
        ...(facts.signingProfileVersionArn
          ? [
              {
                label: words('package.signature'),
                value: <CodeText text={facts.signingProfileVersionArn} cut="start" />,
              },
              {
                label: words('package.signingJob'),
                value: facts.signingJobArn && <CodeText text={facts.signingJobArn} cut="start" />,
              },
            ]
          : []),
      ]}
    />
  );
}

/** Runtime, handler and architecture; for an image what overrides it. */
export async function RuntimeSettings(props: CardProps) {
  const { facts } = props;
  const { runtime, imageConfig: image } = facts;
  const t = await getTranslator('codeSettings');
  const architecture = {
    label: t('runtime.architecture'),
    value: <code>{facts.architecture}</code>,
  };
  if (image) {
    const list = (words: readonly string[]) => words.length > 0 && <code>{words.join(' ')}</code>;
    return (
      <DetailsSection
        title={t('image.title')}
        {...editOf(props, 'image')}
        items={[
          {
            label: t('image.uri'),
            value: facts.imageUri && <CodeText text={facts.imageUri} />,
            wide: true,
          },
          {
            label: t('image.resolved'),
            value: facts.resolvedImageUri && <CodeText text={facts.resolvedImageUri} cut="start" />,
            wide: true,
          },
          { label: t('image.entryPoint'), value: list(image.entryPoint) },
          { label: t('image.command'), value: list(image.command) },
          { label: t('image.workingDirectory'), value: image.workingDirectory },
          architecture,
        ]}
      />
    );
  }
  const label = runtime && runtimeFacts(runtime)?.label;
  return (
    <DetailsSection
      title={t('settingsTitle')}
      {...editOf(props, 'runtime')}
      items={[
        {
          label: t('runtime.runtime'),
          value: label ?? runtime,
          hint: label && <code>{runtime}</code>,
        },
        { label: t('runtime.handler'), value: facts.handler && <code>{facts.handler}</code> },
        architecture,
      ]}
    />
  );
}

/** When AWS may change the runtime's own version, and which one it is. */
export async function RuntimeManagement(
  props: CardProps & { management: Result<Basis<ManagementTexts>, ConsoleError> },
) {
  const { place, facts, qualifier, refusedReason, management } = props;
  const t = await getTranslator('codeSettings');
  const title = t('management.title');
  if (!management.ok) {
    return (
      <Card title={title}>
        <Failure error={management.error} compact />
      </Card>
    );
  }
  const { updateOn, versionArn } = management.data.values;
  const isKnown = updateOn === 'Auto' || updateOn === 'FunctionUpdate' || updateOn === 'Manual';
  const arn = versionArn || facts.runtimeVersionArn;
  return (
    <DetailsSection
      title={title}
      editHref={routes.editCode(place, facts.name, 'runtime-management', { qualifier })}
      editDisabledReason={refusedReason}
      items={[
        { label: t('management.update'), value: isKnown ? t(`management.${updateOn}`) : updateOn },
        {
          label: t('runtime.versionArn'),
          value: arn && <CodeText text={arn} cut="start" copyLabel={t('runtime.copyVersionArn')} />,
        },
      ]}
    />
  );
}
