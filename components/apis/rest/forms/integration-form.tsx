'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import type { Change } from '@/components/patterns/form-frame/change';
import type { FieldOption } from '@/components/patterns/fields/field-spec';
import { FormFrame } from '@/components/patterns/form-frame/form-frame';
import { Note } from '@/components/ui/note';
import { updateRestIntegrationAction } from '@/lib/actions/rest-apis/update-integration';
import type { CliOptions } from '@/lib/domain/cli-command';
import {
  integrationPatch,
  needsPut,
  newIntegration,
  type IntegrationValues,
} from '@/lib/domain/rest-api/integration';
import { resourceHref, type RestTarget } from '../rest-hrefs';
import type { FunctionChoice } from './function-fields';
import {
  fromIntegrationDraft,
  integrationProblems,
  toIntegrationDraft,
  type IntegrationDraft,
} from './integration-draft';
import { IntegrationFields } from './integration-fields';
import { integrationChanges, putIntegrationParameters } from './integration-words';
import { MappingFields } from './mapping-fields';
import { problemLabel } from './problem-label';
import { patchParameter, restCommands } from './rest-snippets';
import { templateChanges } from './template-changes';

/** What a method calls, how the request is mapped on the way, and what the cache tells apart. */
export function IntegrationForm(props: {
  target: RestTarget;
  resource: { readonly id: string; readonly path: string };
  httpMethod: string;
  /** Null: the method has none yet. */
  saved: IntegrationValues | null;
  /** How many integration responses a change of type takes away. */
  responses: number;
  functions: readonly FunctionChoice[];
  links: readonly FieldOption[];
  cli: CliOptions;
  cannotSaveReason: string | undefined;
}) {
  const t = useTranslations('restForms');
  const words = useTranslations('restForms.integration');
  const { target, resource, httpMethod } = props;
  const [saved] = useState(props.saved);
  const start = toIntegrationDraft(saved ?? newIntegration, target.place.region);
  const [draft, setDraft] = useState(start);
  const [addPermission, setAddPermission] = useState(true);
  const change = (part: Partial<IntegrationDraft>) => setDraft((current) => ({ ...current, ...part }));

  const after = fromIntegrationDraft(draft);
  const isPut = needsPut(saved, after);
  const grants =
    draft.kind === 'lambda' && addPermission && after.uri !== saved?.uri && !after.uri.includes('${');
  const changes: readonly Change[] = [
    ...integrationChanges(saved, after, words),
    ...templateChanges(saved?.templates ?? {}, after.templates, (type) => t('templates.body', { type })),
  ];
  const method = {
    'rest-api-id': target.apiId,
    'resource-id': resource.id,
    'http-method': httpMethod,
  };
  const href = resourceHref(target, {
    resource: resource.id,
    method: httpMethod,
    station: 'integration-request',
  });

  return (
    <FormFrame
      changes={
        grants && changes.length > 0
          ? [...changes, { id: 'permission', label: words('permission'), from: null, to: '✓' }]
          : changes
      }
      snippets={restCommands(
        [
          isPut || saved === null
            ? ['put-integration', { ...method, ...putIntegrationParameters(after) }]
            : [
                'update-integration',
                { ...method, 'patch-operations': patchParameter(integrationPatch(saved, after)) },
              ],
        ],
        props.cli,
      )}
      problems={integrationProblems(draft).map((problem) => problemLabel(problem, words))}
      cannotSaveReason={props.cannotSaveReason}
      onReset={() => setDraft(start)}
      onSave={() =>
        updateRestIntegrationAction({
          ...target,
          resourceId: resource.id,
          httpMethod,
          before: saved,
          after,
          addPermission: grants,
        })
      }
      cancelHref={href}
      doneHref={href}
      doneFlash={{ kind: 'success', title: t('saved', { what: `${httpMethod} ${resource.path}` }) }}
      notes={
        <>
          {isPut && props.responses > 0 && (
            <Note tone="warning">{words('putNote', { count: props.responses })}</Note>
          )}
          <Note tone="info">{t('deployHint')}</Note>
        </>
      }
    >
      <IntegrationFields
        draft={draft}
        onChange={change}
        functions={props.functions}
        links={props.links}
        addPermission={addPermission}
        onPermission={setAddPermission}
        showsProblems={saved !== null}
      />
      <MappingFields draft={draft} savedTemplates={saved?.templates ?? {}} onChange={change} />
    </FormFrame>
  );
}
