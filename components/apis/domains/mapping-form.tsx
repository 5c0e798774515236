'use client';

import { useTranslations } from 'use-intl/react';
import type { FieldOption } from '@/components/patterns/fields/field-spec';
import { FieldsForm } from '@/components/patterns/fields/fields-form';
import { useFields } from '@/components/patterns/fields/use-fields';
import { saveMappingAction } from '@/lib/actions/domain-names/mappings';
import { cliCommand, type CliOptions } from '@/lib/domain/cli-command';
import type { ApiMapping } from '@/lib/domain/domain-name';
import { routes, type Place } from '@/lib/routes';

/** "Add mapping" and its edit page: which stage a path leads to. */
export function MappingForm(props: {
  place: Place;
  domainName: string;
  isEdge: boolean;
  saved: ApiMapping | undefined;
  stages: readonly FieldOption[];
  cli: CliOptions;
  cannotSaveReason: string | undefined;
}) {
  const t = useTranslations('domainNames');
  const { place, domainName, isEdge, saved } = props;
  const state = useFields<'stage' | 'path'>({
    values: { stage: saved ? `${saved.apiId}:${saved.stage}` : '', path: saved?.path ?? '' },
    revisionId: undefined,
    readAt: '',
  });
  const { values } = state;
  const [apiId = '', stage = ''] = values.stage.trim().split(':');
  const path = values.path.trim();
  const text = isEdge
    ? cliCommand(
        'apigateway',
        'create-base-path-mapping',
        { 'domain-name': domainName, 'rest-api-id': apiId, stage, 'base-path': path || undefined },
        props.cli,
      )
    : cliCommand(
        'apigatewayv2',
        saved ? 'update-api-mapping' : 'create-api-mapping',
        {
          'domain-name': domainName,
          'api-mapping-id': saved?.id,
          'api-id': apiId,
          stage,
          'api-mapping-key': path,
        },
        props.cli,
      );
  const href = routes.domainNames(place, domainName);
  return (
    <FieldsForm
      isNew={!saved}
      state={state}
      specs={[
        {
          name: 'stage',
          label: t('stageField'),
          hint: t('stageHint', { example: 'a1b2c3d4e5:prod' }),
          control: 'choice',
          options: props.stages,
          pasteLabel: t('typeStage'),
        },
        {
          name: 'path',
          label: t('path'),
          hint: t('pathHint', { example: isEdge ? 'orders' : 'orders/v1' }),
          control: 'text',
          mono: true,
          optional: true,
        },
      ]}
      snippets={isEdge && saved ? [] : [{ id: 'cli', label: 'AWS CLI', text }]}
      cannotSaveReason={props.cannotSaveReason}
      onSave={async () => {
        const before = saved && { id: saved.id, path: saved.path };
        const result = await saveMappingAction({ place, domainName, isEdge, before, apiId, stage, path });
        if (result.ok || result.error.field !== 'apiId') return result;
        return { ...result, error: { ...result.error, field: 'stage' } };
      }}
      href={href}
      doneFlash={{ kind: 'success', title: t('mappingSaved') }}
    />
  );
}
