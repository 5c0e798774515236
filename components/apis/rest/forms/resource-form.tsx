'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { FormFrame } from '@/components/patterns/form-frame/form-frame';
import { Checkbox } from '@/components/ui/checkbox';
import { ComboboxField } from '@/components/ui/combobox-field';
import { Switch } from '@/components/ui/switch';
import { TextField } from '@/components/ui/text-field';
import { createRestResourceAction } from '@/lib/actions/rest-apis/create-resource';
import type { CliOptions } from '@/lib/domain/cli-command';
import type { RestResource } from '@/lib/domain/rest-api/method';
import { partProblem } from '@/lib/domain/rest-api/tree';
import { resourceHref, type RestTarget } from '../rest-hrefs';
import { restCommands } from './rest-snippets';

/** What of the other resources decides whether a name is free. */
export type ResourceChoice = Pick<RestResource, 'id' | 'parentId' | 'path' | 'pathPart'>;

/** "Create resource": below which one, by which name, and whether browsers are let in. */
export function ResourceForm(props: {
  target: RestTarget;
  resources: readonly ResourceChoice[];
  parentId: string;
  cli: CliOptions;
  cannotSaveReason: string | undefined;
}) {
  const t = useTranslations('restForms.resource');
  const { target } = props;
  const [parentId, setParentId] = useState(props.parentId);
  const [isProxy, setIsProxy] = useState(false);
  const [typed, setTyped] = useState('');
  const [cors, setCors] = useState(false);
  const [refusal, setRefusal] = useState<string>();

  const parent = props.resources.find(({ id }) => id === parentId);
  const part = isProxy ? '{proxy+}' : typed.trim();
  const problem =
    parent &&
    partProblem(
      part,
      { ...parent, methods: [] },
      props.resources.map((one) => ({ ...one, methods: [] })),
    );
  const error = problem && problem !== 'empty' ? t(`problem.${problem}`) : refusal;
  const path = `${parent?.path === '/' ? '' : (parent?.path ?? '')}/${part}`;
  const hasName = part !== '';
  const href = resourceHref(target, { resource: props.parentId });
  const forget = () => setRefusal(undefined);

  return (
    <FormFrame
      changes={
        hasName
          ? [
              { id: 'path', label: t('path'), from: null, to: path },
              ...(cors ? [{ id: 'cors', label: t('cors'), from: null, to: 'OPTIONS' }] : []),
            ]
          : []
      }
      snippets={restCommands(
        [['create-resource', { 'rest-api-id': target.apiId, 'parent-id': parentId, 'path-part': part }]],
        props.cli,
      )}
      problems={problem && hasName ? [t('name')] : []}
      refusedFields={refusal ? [t('name')] : []}
      cannotSaveReason={props.cannotSaveReason}
      onReset={() => {
        setTyped('');
        setIsProxy(false);
        setCors(false);
      }}
      onSave={() => createRestResourceAction({ ...target, parentId, pathPart: part, cors })}
      onRefused={(refused) => {
        if (refused.kind !== 'conflict' && refused.kind !== 'invalid') return false;
        setRefusal(refused.message);
        return true;
      }}
      cancelHref={href}
      doneHref={(data) =>
        resourceHref(target, { resource: (data as { readonly resourceId: string }).resourceId })
      }
      doneFlash={{ kind: 'success', title: t('created', { path }) }}
    >
      <div className="flex flex-col gap-2">
        <Switch
          label={t('proxy')}
          checked={isProxy}
          onChange={(event) => {
            setIsProxy(event.target.checked);
            forget();
          }}
        />
        <p className="text-12 text-muted">{t('proxyHint')}</p>
      </div>
      <ComboboxField
        label={t('parent')}
        mono
        options={props.resources.map(({ id, path: label }) => ({ value: id, label }))}
        value={parentId}
        onValueChange={(id) => {
          setParentId(id ?? props.parentId);
          forget();
        }}
      />
      <TextField
        label={t('name')}
        mono
        hint={t('nameHint', { example: '{orderId}' })}
        error={error}
        readOnly={isProxy}
        value={isProxy ? '{proxy+}' : typed}
        onChange={(event) => {
          setTyped(event.target.value);
          forget();
        }}
      />
      <Checkbox
        label={t('cors')}
        description={t('corsHint')}
        checked={cors}
        onChange={(event) => setCors(event.target.checked)}
      />
    </FormFrame>
  );
}
