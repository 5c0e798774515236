import { DetailsSection } from '@/components/patterns/details-section';
import { CodeText } from '@/components/ui/code-text';
import { RelativeTime } from '@/components/ui/relative-time';
import { getTranslator } from '@/lib/i18n/server';
import type { ProviderRow } from '@/lib/queries/capacity-providers';
import type { NetworkView } from '@/lib/queries/network';

/** All there is to know of a capacity provider; `network` has the names of its subnets and groups. */
export async function ProviderFacts(props: { row: ProviderRow; network: NetworkView | undefined }) {
  const t = await getTranslator('capacity');
  const { row, network } = props;
  const { values } = row;
  const groupNames = Object.fromEntries((network?.groups ?? []).map(({ id, name }) => [id, name]));
  const lines = (list: readonly string[], words: Readonly<Record<string, string>> = {}) =>
    list.length > 0 &&
    list.map((line) => (
      <span key={line} className="block">
        <code className="text-12">{line}</code> <span className="text-12 text-muted">{words[line]}</span>
      </span>
    ));
  return (
    <>
      <DetailsSection
        title={t('one')}
        items={[
          { label: t('architecture'), value: row.architecture },
          { label: t('lastModified'), value: row.lastModified && <RelativeTime at={row.lastModified} /> },
          { label: t('kmsKey'), value: row.kmsKey ? <CodeText text={row.kmsKey} /> : t('awsKey') },
          { label: t('subnets'), value: lines(row.subnets, network?.words) },
          { label: t('securityGroups'), value: lines(row.securityGroups, groupNames) },
          {
            label: t('instanceRule'),
            value: (
              <>
                {t(instanceRule())}
                {lines([...row.allowedTypes, ...row.excludedTypes])}
              </>
            ),
          },
          { label: t('role'), value: row.role && <CodeText text={row.role} />, wide: true },
          { label: t('arn'), value: <CodeText text={row.arn} copyLabel={t('copyArn')} />, wide: true },
        ]}
      />
      <DetailsSection
        title={t('scaling')}
        items={[
          { label: t('maxVCpus'), value: values.maxVCpus },
          {
            label: t('scalingMode'),
            value:
              values.scalingMode === 'Auto'
                ? t('auto')
                : values.scalingMode === 'Manual'
                  ? t('manual')
                  : values.scalingMode,
          },
          { label: t('targetCpu'), value: values.targetCpu && t('percent', { value: values.targetCpu }) },
        ]}
      />
      <DetailsSection
        title={t('additional')}
        items={[
          {
            label: t('logGroup'),
            value: <code className="text-12">{values.logGroup || defaultLogGroup(row.name)}</code>,
          },
          { label: t('logLevel'), value: values.logLevel },
          {
            label: t('propagate'),
            value:
              values.propagate === 'Explicit' ? lines(values.propagatedTags.split('\n')) : t('propagateNone'),
          },
        ]}
      />
    </>
  );

  function instanceRule() {
    if (row.allowedTypes.length > 0) return 'instancesAllowed';
    return row.excludedTypes.length > 0 ? 'instancesExcluded' : 'instancesAll';
  }
}

const defaultLogGroup = (name: string) => `/aws/lambda/capacity-provider/${name}`;
