'use client';

import { useState, useTransition } from 'react';
import { useTranslations } from 'use-intl/react';
import { ConfirmDelete } from '@/components/patterns/confirm-delete';
import { Failure } from '@/components/patterns/failure';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { announce } from '@/components/ui/live-region';
import { Menu } from '@/components/ui/menu';
import { TextField } from '@/components/ui/text-field';
import { deleteQueryAction } from '@/lib/actions/insights/delete-query';
import { saveQueryAction } from '@/lib/actions/insights/save-query';
import type { ConsoleError } from '@/lib/domain/console-error';
import type { SavedQuery } from '@/lib/domain/insights';
import type { Place } from '@/lib/routes';

interface Props {
  place: Place;
  functionName: string;
  query: string;
  saved: readonly SavedQuery[] | undefined;
  refusedReason: string | undefined;
  onChoose: (query: string) => void;
}

/** The queries that the account keeps: chosen, saved, deleted. */
export function SavedQueries(props: Props) {
  const t = useTranslations('insights');
  const [chosen, setChosen] = useState<SavedQuery>();
  const [isSaving, setIsSaving] = useState(false);
  const [isDeleting, setIsDeleting] = useState(false);
  const { saved, refusedReason, place, functionName } = props;
  const none = saved ? (saved.length === 0 ? t('savedNone') : undefined) : t('savedNotRead');
  const isThere = chosen !== undefined && saved?.some(({ id }) => id === chosen.id) === true;
  const choose = (query: SavedQuery) => {
    setChosen(query);
    props.onChoose(query.query);
  };
  return (
    <>
      <Menu
        label={t('saved')}
        size="small"
        align="end"
        disabledReason={none}
        groups={[
          {
            id: 'saved',
            items: (saved ?? []).map((query) => ({
              id: query.id,
              label: query.name,
              onSelect: () => choose(query),
            })),
          },
        ]}
      />
      <Button
        size="small"
        disabledReason={refusedReason ?? (props.query.trim() === '' ? t('writeFirst') : undefined)}
        onClick={() => setIsSaving(true)}
      >
        {t('save')}
      </Button>
      {isThere && (
        <Button
          size="small"
          variant="quiet"
          disabledReason={refusedReason}
          onClick={() => setIsDeleting(true)}
        >
          {t('delete')}
        </Button>
      )}
      {isSaving && <SaveDialog {...props} onClose={() => setIsSaving(false)} />}
      {chosen && (
        <ConfirmDelete
          open={isDeleting}
          onOpenChange={setIsDeleting}
          title={t('delete')}
          description={t('deleteText')}
          things={[{ name: chosen.name }]}
          onConfirm={() => deleteQueryAction({ place, functionName, id: chosen.id, name: chosen.name })}
          onDone={() => setChosen(undefined)}
        />
      )}
    </>
  );
}

function SaveDialog(props: Props & { onClose: () => void }) {
  const t = useTranslations('insights');
  const [name, setName] = useState('');
  const [error, setError] = useState<ConsoleError>();
  const [isPending, startTransition] = useTransition();
  const { place, functionName, query } = props;
  const handleSubmit = () =>
    startTransition(async () => {
      const result = await saveQueryAction({ place, functionName, name, query });
      if (!result.ok) return setError(result.error);
      announce(t('savedAs', { name }));
      props.onClose();
    });
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && props.onClose()}
      title={t('saveTitle')}
      description={t('saveText')}
      onSubmit={handleSubmit}
      footer={
        <>
          <Button onClick={props.onClose}>{t('cancel')}</Button>
          <Button type="submit" variant="primary" pending={isPending}>
            {t('save')}
          </Button>
        </>
      }
    >
      <TextField
        label={t('name')}
        maxLength={255}
        value={name}
        error={error?.field === 'name' ? error.message : undefined}
        onChange={(event) => setName(event.target.value)}
      />
      {error && error.field !== 'name' && <Failure error={error} compact onRetry={null} />}
    </Dialog>
  );
}
