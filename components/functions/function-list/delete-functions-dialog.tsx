'use client';

import { useTranslations } from 'use-intl/react';
import { ConfirmDelete } from '@/components/patterns/confirm-delete';
import { useFlash } from '@/components/patterns/flash';
import { deleteFunctionsAction } from '@/lib/actions/functions/delete-functions';
import type { Place } from '@/lib/routes';

/** Asks for the typed word, deletes, and says what happened to each. `onDeleted` runs when at least one is gone. */
export function DeleteFunctionsDialog(props: {
  place: Place;
  connectionName: string;
  names: readonly string[];
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onDeleted: () => void;
}) {
  const t = useTranslations('functions.delete');
  const flash = useFlash();
  const { names, place } = props;
  const count = names.length;

  const handleConfirm = async (leftovers: readonly string[]) => {
    const result = await deleteFunctionsAction({ place, names, leftovers });
    if (!result.ok) return result;
    const refused = result.data.filter((row) => row.error);
    if (refused.length === 0) flash.show({ kind: 'success', title: t('done', { count }) });
    else {
      const reasons = refused.slice(0, 3).map((row) => `${row.name}: ${row.error?.message ?? ''}`);
      flash.show({
        kind: 'danger',
        title: t('partly', { failed: refused.length, count }),
        text: reasons.join('\n'),
      });
    }
    for (const row of result.data) {
      const [leftover] = row.leftoverErrors;
      if (leftover) {
        const title = t('leftovers', { message: leftover.message });
        flash.show({ kind: 'warning', title: row.name, text: title });
      }
    }
    return result;
  };

  return (
    <ConfirmDelete
      open={props.open}
      onOpenChange={props.onOpenChange}
      title={t('title', { count })}
      description={t('description', { connection: props.connectionName, region: place.region })}
      things={names.map((name) => ({ name }))}
      consequences={[t('callers', { count })]}
      leftovers={[
        { id: 'log-group', label: t('logGroup'), detail: t('logGroupDetail') },
        { id: 'role', label: t('role'), detail: t('roleDetail') },
      ]}
      word="confirm"
      onConfirm={handleConfirm}
      onDone={props.onDeleted}
    />
  );
}
