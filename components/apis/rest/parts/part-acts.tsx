'use client';

import { useTranslations } from 'use-intl/react';
import { ButtonLink } from '@/components/ui/button-link';
import { deleteRestPartAction } from '@/lib/actions/rest-apis/delete-part';
import { RemoveThing } from '../remove-thing';
import type { RestTarget } from '../rest-hrefs';

/** Edit and delete of one part of an API. */
export function PartActs(props: {
  target: RestTarget;
  kind: 'authorizer' | 'model' | 'validator' | 'gateway-response' | 'documentation-part';
  id: string;
  name: string;
  editHref?: string;
  /** Verb and object; absent where nothing can be deleted. */
  deleteLabel?: string;
  /** Words of the dialog, where they are others than those of deleting. */
  deleteText?: string;
  refusedReason: string | undefined;
}) {
  const t = useTranslations('restParts');
  const common = useTranslations('ui');
  const { target, kind, id, name, refusedReason } = props;
  return (
    <>
      {props.editHref && (
        <ButtonLink size="small" href={props.editHref} disabledReason={refusedReason}>
          <span className="sr-only">{t('edit', { name })}</span>
          <span aria-hidden>{common('edit')}</span>
        </ButtonLink>
      )}
      {props.deleteLabel && (
        <RemoveThing
          small
          label={kind === 'gateway-response' ? props.deleteLabel : t('delete')}
          title={props.deleteLabel}
          description={props.deleteText ?? t('deleteText', { name, region: target.place.region })}
          thing={name}
          refusedReason={refusedReason}
          done={kind === 'gateway-response' ? t('saved', { name }) : t('deleted', { name })}
          onConfirm={() => deleteRestPartAction({ ...target, kind, id })}
        />
      )}
    </>
  );
}
