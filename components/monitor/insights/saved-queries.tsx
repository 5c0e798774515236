'use client';

import dynamic from 'next/dynamic';
import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { ConfirmDelete } from '@/components/patterns/confirm-delete';
import { Button } from '@/components/ui/button';
import { Menu } from '@/components/ui/menu';
import { deleteQueryAction } from '@/lib/actions/insights/delete-query';
import type { SavedQuery } from '@/lib/domain/insights';
import type { Place } from '@/lib/routes';

const SaveQueryDialog = dynamic(() => import('./save-query-dialog').then((module) => module.SaveQueryDialog));

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
      {isSaving && (
        <SaveQueryDialog
          place={place}
          functionName={functionName}
          query={props.query}
          onClose={() => setIsSaving(false)}
        />
      )}
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
