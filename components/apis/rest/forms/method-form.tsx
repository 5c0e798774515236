'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import type { FieldOption } from '@/components/patterns/fields/field-spec';
import { FormFrame } from '@/components/patterns/form-frame/form-frame';
import { Note } from '@/components/ui/note';
import { SelectField } from '@/components/ui/select-field';
import { createRestMethodAction } from '@/lib/actions/rest-apis/create-method';
import type { CliOptions } from '@/lib/domain/cli-command';
import { newIntegration } from '@/lib/domain/rest-api/integration';
import { isProxy, verbs } from '@/lib/domain/rest-api/method';
import { resourceHref, type RestTarget } from '../rest-hrefs';
import { fromIntegrationDraft, integrationProblems, toIntegrationDraft } from './integration-draft';
import { IntegrationFields } from './integration-fields';
import type { FunctionChoice } from './function-fields';
import { integrationChanges, putIntegrationParameters } from './integration-words';
import { problemLabel } from './problem-label';
import { restCommands } from './rest-snippets';

/** A mock answers nothing without a template that names its status. */
const mockTemplates = { 'application/json': '{"statusCode": 200}' };

/** "Create method": its verb and what it calls. */
export function MethodForm(props: {
  target: RestTarget;
  resource: { readonly id: string; readonly path: string };
  /** Verbs that the resource has. */
  taken: readonly string[];
  functions: readonly FunctionChoice[];
  links: readonly FieldOption[];
  cli: CliOptions;
  cannotSaveReason: string | undefined;
}) {
  const t = useTranslations('restForms');
  const words = useTranslations('restForms.integration');
  const { target, resource } = props;
  const free = verbs.filter((verb) => !props.taken.includes(verb));
  const [verb, setVerb] = useState('');
  const start = toIntegrationDraft(newIntegration, target.place.region);
  const [draft, setDraft] = useState({ ...start, proxy: false });
  const [addPermission, setAddPermission] = useState(true);

  const integration = {
    ...fromIntegrationDraft(draft),
    ...(draft.kind === 'mock' && { templates: mockTemplates }),
  };
  const missing = integrationProblems(draft);
  const addsResponse = !isProxy(integration);
  const grants = draft.kind === 'lambda' && addPermission && !integration.uri.includes('${');
  const method = { 'rest-api-id': target.apiId, 'resource-id': resource.id, 'http-method': verb };
  const href = resourceHref(target, { resource: resource.id });

  return (
    <FormFrame
      changes={
        verb === ''
          ? []
          : [
              { id: 'verb', label: t('method.type'), from: null, to: `${verb} ${resource.path}` },
              ...integrationChanges(null, integration, words),
              ...(grants ? [{ id: 'permission', label: words('permission'), from: null, to: '✓' }] : []),
            ]
      }
      snippets={restCommands(
        [
          ['put-method', { ...method, 'authorization-type': 'NONE' }],
          ['put-integration', { ...method, ...putIntegrationParameters(integration) }],
          ...(addsResponse
            ? ([
                ['put-method-response', { ...method, 'status-code': '200' }],
                ['put-integration-response', { ...method, 'status-code': '200' }],
              ] as const)
            : []),
        ],
        props.cli,
      )}
      problems={verb === '' ? [] : missing.map((problem) => problemLabel(problem, words))}
      cannotSaveReason={
        props.cannotSaveReason ??
        (free.length === 0 ? t('method.allThere') : verb === '' ? t('method.choose') : undefined)
      }
      onReset={() => {
        setVerb('');
        setDraft({ ...start, proxy: false });
      }}
      onSave={() =>
        createRestMethodAction({
          ...target,
          resourceId: resource.id,
          httpMethod: verb,
          integration,
          addPermission: grants,
          addResponse: addsResponse,
        })
      }
      cancelHref={href}
      doneHref={resourceHref(target, { resource: resource.id, method: verb })}
      doneFlash={{ kind: 'success', title: t('method.created', { verb, path: resource.path }) }}
      notes={<Note tone="info">{t('deployHint')}</Note>}
    >
      <SelectField
        label={t('method.type')}
        placeholder={t('method.choose')}
        options={free.map((value) => ({ value, label: value }))}
        value={verb}
        onValueChange={setVerb}
      />
      <IntegrationFields
        draft={draft}
        onChange={(part) => setDraft((current) => ({ ...current, ...part }))}
        functions={props.functions}
        links={props.links}
        addPermission={addPermission}
        onPermission={setAddPermission}
        showsProblems={false}
      />
    </FormFrame>
  );
}
