'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { ConfirmDelete } from '@/components/patterns/confirm-delete';
import { useFlash } from '@/components/patterns/flash';
import { Button } from '@/components/ui/button';
import { deleteConnectionAction } from '@/lib/actions/connections/delete-connection';
import { routes } from '@/lib/routes';

/** The button and its question. */
export function DeleteConnection({ id, name }: { id: string; name: string }) {
  const t = useTranslations('connections');
  const router = useRouter();
  const flash = useFlash();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setIsOpen(true)}>{t('delete')}</Button>
      <ConfirmDelete
        open={isOpen}
        onOpenChange={setIsOpen}
        title={t('delete')}
        description={t('deleteText')}
        things={[{ name, detail: id }]}
        consequences={[t('deleteStops', { id })]}
        onConfirm={() => deleteConnectionAction({ id })}
        onDone={() => {
          flash.show({ kind: 'success', title: t('deleted', { name }) });
          router.push(routes.connections());
        }}
      />
    </>
  );
}
