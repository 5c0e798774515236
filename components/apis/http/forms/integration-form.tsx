'use client';

import { useTranslations } from 'use-intl/react';
import type { FieldOption } from '@/components/patterns/fields/field-spec';
import { saveHttpIntegrationAction } from '@/lib/actions/http-apis/save-integration';
import type { CliOptions } from '@/lib/domain/cli-command';
import type { HttpCapability } from '@/lib/domain/http-api/capability';
import type { HttpIntegration } from '@/lib/domain/http-api/http-api';
import { routes, type Place } from '@/lib/routes';
import { HttpForm } from './http-form';
import {
  emptyIntegration,
  integrationCommand,
  integrationInput,
  textsOfIntegration,
  useIntegrationSpecs,
} from './integration-specs';

/** "Create integration" and its edit page; the type of one that exists stays. */
export function IntegrationForm(props: {
  place: Place;
  apiId: string;
  saved: HttpIntegration | undefined;
  functions: readonly FieldOption[];
  links: readonly FieldOption[];
  missing: readonly HttpCapability[];
  cli: CliOptions;
  cannotSaveReason: string | undefined;
}) {
  const t = useTranslations('httpForms.integration');
  const { place, apiId, saved } = props;
  const specsOf = useIntegrationSpecs(
    props.functions,
    props.links,
    props.missing,
    saved !== undefined && saved.serverName !== '',
  );
  return (
    <HttpForm
      start={saved ? textsOfIntegration(saved) : emptyIntegration}
      specsOf={(values) => specsOf(values, saved === undefined)}
      isNew={saved === undefined}
      commandsOf={(values) => [
        [
          saved ? 'update-integration' : 'create-integration',
          { 'api-id': apiId, 'integration-id': saved?.id, ...integrationCommand(values) },
        ],
      ]}
      cli={props.cli}
      missing={props.missing}
      onSave={(values) =>
        saveHttpIntegrationAction({
          place,
          apiId,
          integrationId: saved?.id,
          values: integrationInput(values),
        })
      }
      href={routes.httpApi(place, apiId, 'integrations')}
      doneTitle={() => t('saved')}
      cannotSaveReason={props.cannotSaveReason}
    />
  );
}
