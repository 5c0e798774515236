import type { Metadata } from 'next';
import { EditShell } from '@/components/configuration/edit-shell';
import { ArnSettingForm } from '@/components/configuration/fields/arn-setting-form';
import { getTranslator } from '@/lib/i18n/server';
import { getArnSetting } from '@/lib/queries/arn-setting';
import { getCliOptions } from '@/lib/queries/cli-options';
import { openFunctionPage, type FunctionPageProps } from '@/lib/queries/open-function-page';
import { listTriggerSources } from '@/lib/queries/trigger-sources';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('arnSettings');
  return { title: t('dead-letter.edit') };
}

export default async function EditDeadLetterPage(props: FunctionPageProps) {
  const { place, functionName, mayChange } = await openFunctionPage(props);
  const [basis, cli, t, words] = await Promise.all([
    getArnSetting(place, functionName, 'dead-letter'),
    getCliOptions(place),
    getTranslator('arnSettings'),
    getTranslator('configuration'),
  ]);
  const shell = { place, functionName, section: 'async-invocation', title: t('dead-letter.edit') } as const;
  if (!basis.ok) return <EditShell {...shell} failure={basis.error} />;
  const [queues, topics] = await Promise.all([
    listTriggerSources(place, 'sqs'),
    listTriggerSources(place, 'sns'),
  ]);

  return (
    <EditShell {...shell}>
      <ArnSettingForm
        place={place}
        functionName={functionName}
        setting="dead-letter"
        latest={basis.data}
        options={[...queues.choices, ...topics.choices]}
        cli={cli}
        cannotSaveReason={mayChange ? undefined : words('roleNeeded')}
      />
    </EditShell>
  );
}
