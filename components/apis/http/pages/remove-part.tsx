'use client';

import { useTranslations } from 'use-intl/react';
import {
  deleteCorsAction,
  deleteHttpAuthorizerAction,
  deleteHttpIntegrationAction,
  deleteHttpStageAction,
} from '@/lib/actions/http-apis/delete-part';
import { stageAddress } from '@/lib/domain/api';
import { routes, type Place } from '@/lib/routes';
import { RemoveThing } from '../../rest/remove-thing';

interface PartOf {
  readonly place: Place;
  readonly apiId: string;
  readonly apiName: string;
  readonly refusedReason: string | undefined;
}

/** Asks before an integration goes; AWS refuses while a route uses it. */
export function RemoveIntegration(props: PartOf & { id: string; name: string; routeCount: number }) {
  const t = useTranslations('httpPages.integrations');
  const { place, apiId, id } = props;
  return (
    <RemoveThing
      label={t('delete')}
      description={t('deleteText', { api: props.apiName, region: place.region })}
      thing={props.name}
      consequences={props.routeCount > 0 ? [t('used', { count: props.routeCount })] : []}
      refusedReason={props.refusedReason}
      done={t('deleted')}
      onConfirm={() => deleteHttpIntegrationAction({ place, apiId, id })}
      small
    />
  );
}

export function RemoveAuthorizer(props: PartOf & { id: string; name: string }) {
  const t = useTranslations('httpPages.authorization');
  const { place, apiId, id, name } = props;
  return (
    <RemoveThing
      label={t('delete')}
      description={t('deleteText', { api: props.apiName, region: place.region })}
      thing={name}
      refusedReason={props.refusedReason}
      done={t('deleted', { name })}
      onConfirm={() => deleteHttpAuthorizerAction({ place, apiId, id })}
      small
    />
  );
}

/** A stage takes its address with it: its name is to be typed. */
export function RemoveStage(props: PartOf & { name: string; address: string | undefined }) {
  const t = useTranslations('httpPages.stages');
  const { place, apiId, name } = props;
  return (
    <RemoveThing
      label={t('delete')}
      description={t('deleteText', { region: place.region })}
      thing={props.address ? stageAddress(props.address, name) : name}
      word="confirm"
      refusedReason={props.refusedReason}
      done={t('deleted', { name })}
      doneHref={routes.httpApi(place, apiId, 'stages')}
      onConfirm={() => deleteHttpStageAction({ place, apiId, id: name })}
      small
    />
  );
}

export function ClearCors(props: PartOf) {
  const t = useTranslations('httpPages.cors');
  const { place, apiId } = props;
  return (
    <RemoveThing
      label={t('clear')}
      title={t('clear')}
      description={t('clearText', { api: props.apiName, region: place.region })}
      thing={t('title')}
      refusedReason={props.refusedReason}
      done={t('cleared')}
      onConfirm={() => deleteCorsAction({ place, apiId })}
      small
    />
  );
}
