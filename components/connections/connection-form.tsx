'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useState, useTransition } from 'react';
import { useTranslations } from 'use-intl/react';
import { Failure } from '@/components/patterns/failure';
import { useFlash } from '@/components/patterns/flash';
import { WithSidePanel } from '@/components/patterns/side-panel';
import { Button } from '@/components/ui/button';
import { ButtonLink } from '@/components/ui/button-link';
import { RadioGroup } from '@/components/ui/radio-group';
import { createConnectionAction } from '@/lib/actions/connections/create-connection';
import { testConnectionFormAction } from '@/lib/actions/connections/test-connection';
import { updateConnectionAction } from '@/lib/actions/connections/update-connection';
import { connectionKinds } from '@/lib/domain/connection';
import type { ConsoleError } from '@/lib/domain/console-error';
import type { ConnectionFormValues } from '@/lib/forms/connection';
import type { ConnectionSummary } from '@/lib/queries/connections';
import { routes } from '@/lib/routes';
import { GeneralFields, type RegionChoice } from './general-fields';
import { KindFields } from './kind-fields';
import { TrialPanel } from './trial-panel';

const blank: ConnectionFormValues = {
  id: '',
  name: '',
  tone: 'shared',
  region: 'us-east-1',
  kind: 'default-chain',
};
const offeredKinds = connectionKinds.filter((kind) => kind !== 'embedded');

/** A connection's fields beside its trial. Without `initial` it makes a new one. */
export function ConnectionForm(props: {
  regions: readonly RegionChoice[];
  sources: readonly ConnectionSummary[];
  initial?: ConnectionFormValues;
  hasSecret: boolean;
}) {
  const t = useTranslations('connections');
  const common = useTranslations('ui');
  const router = useRouter();
  const flash = useFlash();
  const saved = props.initial ?? blank;
  const isNew = props.initial === undefined;
  const [values, setValues] = useState(saved);
  const [error, setError] = useState<ConsoleError>();
  const [isPending, startTransition] = useTransition();
  const isDirty = JSON.stringify(values) !== JSON.stringify(saved);

  const change = (part: Partial<ConnectionFormValues>) => {
    setValues((current) => ({ ...current, ...part }));
    setError(undefined);
  };
  const fieldError = (field: keyof ConnectionFormValues): string | undefined => {
    if (error?.field !== field) return undefined;
    if (error.kind === 'denied') return t('errors.addressRefused');
    if (error.kind === 'unreachable') return t('errors.addressUnknown');
    return t.has(`errors.${field}` as 'errors.name') ? t(`errors.${field}` as 'errors.name') : error.message;
  };
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (isPending || !isDirty) return;
    startTransition(async () => {
      const result = await (isNew ? createConnectionAction(values) : updateConnectionAction(values));
      if (!result.ok) {
        setError(result.error);
        return;
      }
      flash.show({ kind: 'success', title: t(isNew ? 'created' : 'saved', { name: values.name }) });
      router.push(routes.connections());
    });
  };

  return (
    <WithSidePanel
      panel={
        <TrialPanel
          run={() => testConnectionFormAction(values)}
          onRefused={(refusal) => {
            if (refusal.field === undefined) return false;
            setError(refusal);
            return true;
          }}
        />
      }
    >
      <form noValidate onSubmit={handleSubmit} className="flex max-w-form flex-col gap-field px-inset py-20">
        <GeneralFields
          values={values}
          isNew={isNew}
          regions={props.regions}
          errorOf={fieldError}
          onChange={change}
        />
        <RadioGroup
          legend={t('fields.kind')}
          name="kind"
          value={values.kind}
          onValueChange={(kind) => change({ kind })}
          options={offeredKinds.map((kind) => ({
            value: kind,
            label: t(`kinds.${kind}`),
            description: t(`kindHints.${kind}`),
          }))}
        />
        <KindFields
          values={values}
          sources={props.sources}
          hasSecret={props.hasSecret}
          errorOf={fieldError}
          onChange={change}
        />
        {error && error.field === undefined && <Failure error={error} compact onRetry={null} />}
        <div className="flex flex-wrap justify-end gap-8">
          <ButtonLink href={routes.connections()}>{common('cancel')}</ButtonLink>
          <Button
            type="submit"
            variant="primary"
            pending={isPending}
            disabledReason={isDirty ? undefined : t('nothingToSave')}
          >
            {isNew ? t('createButton') : t('saveButton')}
          </Button>
        </div>
      </form>
    </WithSidePanel>
  );
}
