'use client';

import { useRouter } from 'next/navigation';
import { useState, useTransition } from 'react';
import { useTranslations } from 'use-intl/react';
import { Failure } from '@/components/patterns/failure';
import { useFlash } from '@/components/patterns/flash';
import { useUndeployedCount } from '@/components/patterns/undeployed-count';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Note } from '@/components/ui/note';
import { TextField } from '@/components/ui/text-field';
import { publishVersionAction } from '@/lib/actions/functions/publish-version';
import type { ConsoleError } from '@/lib/domain/console-error';
import { routes, withQuery, type Place } from '@/lib/routes';

/** "Publish new version": a description, and what will not be in it. */
export function PublishDialog(props: {
  place: Place;
  name: string;
  /** The newest version before this one, when there is one. */
  newest: string | undefined;
  onClose: () => void;
}) {
  const t = useTranslations('versions.publish');
  const common = useTranslations('ui');
  const { place, name } = props;
  const flash = useFlash();
  const router = useRouter();
  const undeployed = useUndeployedCount(`${place.connectionId}/${place.region}/${name}`);
  const [description, setDescription] = useState('');
  const [error, setError] = useState<ConsoleError>();
  const [isPending, startTransition] = useTransition();
  // A page that is published from does not know later ones: what it knew at first decides.
  const [newest] = useState(props.newest);

  const publish = () => {
    if (isPending) return;
    setError(undefined);
    startTransition(async () => {
      const result = await publishVersionAction({ place, functionName: name, description });
      if (!result.ok) return setError(result.error);
      const { version } = result.data;
      const href = withQuery(routes.functionTab(place, name, 'code'), { qualifier: version });
      const act = { label: t('view', { version }), href };
      if (version === newest) {
        flash.show({ kind: 'info', title: t('same', { version }), text: t('sameText'), act });
      } else {
        flash.show({ kind: 'success', title: t('done', { version }), act });
      }
      props.onClose();
      router.push(routes.functionTab(place, name, 'versions'));
    });
  };

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && !isPending && props.onClose()}
      title={t('title')}
      description={t('text')}
      onSubmit={publish}
      footer={
        <>
          <Button onClick={props.onClose}>{common('cancel')}</Button>
          <Button type="submit" variant="primary" pending={isPending}>
            {t('act')}
          </Button>
        </>
      }
    >
      {undeployed > 0 && <Note tone="warning">{t('undeployed', { count: undeployed })}</Note>}
      <TextField
        label={t('description')}
        hint={t('hint')}
        optional
        error={error?.field === 'description' ? error.message : undefined}
        value={description}
        onChange={(event) => setDescription(event.target.value)}
      />
      {error && error.field !== 'description' && <Failure error={error} compact onRetry={null} />}
    </Dialog>
  );
}
