'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { useFlash } from '@/components/patterns/flash';
import { FormFrame } from '@/components/patterns/form-frame/form-frame';
import { TextAreaField } from '@/components/ui/text-area-field';
import { importApiKeysAction } from '@/lib/actions/api-keys/import-api-keys';
import { cliCommand, type CliOptions } from '@/lib/domain/cli-command';
import { routes, type Place } from '@/lib/routes';

const example = 'Name,Key,Description,Enabled,UsagePlanIds\n';

/** "Import API keys": lines of a CSV file. */
export function ImportKeysForm(props: {
  place: Place;
  cli: CliOptions;
  cannotSaveReason: string | undefined;
}) {
  const t = useTranslations('apiKeys');
  const router = useRouter();
  const flash = useFlash();
  const [csv, setCsv] = useState(example);
  const [refusal, setRefusal] = useState<string>();
  const lines = csv.split('\n').filter((line) => line.trim() !== '').length - 1;
  const href = routes.apiKeys(props.place);
  return (
    <FormFrame
      changes={
        lines > 0 ? [{ id: 'csv', label: t('csv'), from: null, to: t('csvKeys', { count: lines }) }] : []
      }
      snippets={[
        {
          id: 'cli',
          label: 'AWS CLI',
          text: cliCommand(
            'apigateway',
            'import-api-keys',
            { body: 'fileb://keys.csv', format: 'csv' },
            props.cli,
          ),
        },
      ]}
      refusedFields={refusal === undefined ? [] : [t('csv')]}
      cannotSaveReason={props.cannotSaveReason}
      onReset={() => setCsv(example)}
      onSave={async () => {
        const result = await importApiKeysAction({ place: props.place, csv });
        if (result.ok && result.data.warnings.length > 0) {
          flash.show({
            kind: 'warning',
            title: t('warnings'),
            text: result.data.warnings.slice(0, 5).join(' '),
          });
          router.refresh();
        }
        return result;
      }}
      onRefused={(error) => {
        if (error.field !== 'csv') return false;
        setRefusal(error.message);
        return true;
      }}
      cancelHref={href}
      doneHref={href}
      doneFlash={{ kind: 'success', title: t('imported', { count: lines }) }}
    >
      <TextAreaField
        label={t('csv')}
        name="csv"
        mono
        rows={12}
        hint={t('csvHint')}
        error={refusal}
        value={csv}
        onChange={(event) => {
          setCsv(event.target.value);
          setRefusal(undefined);
        }}
      />
    </FormFrame>
  );
}
