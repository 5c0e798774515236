'use client';

import { useTranslations } from 'use-intl/react';
import { ConfirmDelete } from '@/components/patterns/confirm-delete';
import { useFlash } from '@/components/patterns/flash';
import { deleteApisAction } from '@/lib/actions/apis/delete-apis';
import type { ApiRef } from '@/lib/domain/api';
import type { Place } from '@/lib/routes';

/** Asks for the typed word, deletes, and says which APIs were refused. `onDeleted` runs when the answer is there. */
export function DeleteApisDialog(props: {
  place: Place;
  connectionName: string;
  apis: readonly (ApiRef & { readonly name: string })[];
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onDeleted: () => void;
}) {
  const t = useTranslations('apis');
  const flash = useFlash();
  const { apis, place } = props;
  const count = apis.length;

  const handleConfirm = async () => {
    const result = await deleteApisAction({
      place,
      apis: apis.map(({ id, protocol, name }) => ({ id, protocol, name })),
    });
    if (!result.ok) return result;
    const refused = result.data.filter((row) => row.error);
    // One API whose deletion was refused: the dialog stays and says why.
    if (count === 1 && refused[0]?.error) return { ok: false as const, error: refused[0].error };
    if (refused.length === 0) flash.show({ kind: 'success', title: t('delete.done', { count }) });
    else {
      const reasons = refused.slice(0, 3).map((row) => `${row.name}: ${row.error?.message ?? ''}`);
      const title = t('delete.partly', { failed: refused.length, count });
      flash.show({ kind: 'danger', title, text: reasons.join('\n') });
    }
    return result;
  };

  return (
    <ConfirmDelete
      open={props.open}
      onOpenChange={props.onOpenChange}
      title={t('delete.title', { count })}
      description={t('delete.description', { connection: props.connectionName, region: place.region })}
      things={apis.map(({ id, name, protocol }) => ({
        name,
        detail: `${t(`protocol.${protocol}`)} · ${id}`,
      }))}
      consequences={[t('delete.callers', { count }), t('delete.permissions')]}
      word="confirm"
      onConfirm={handleConfirm}
      onDone={props.onDeleted}
    />
  );
}
