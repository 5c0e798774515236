'use client';

import { useTranslations } from 'use-intl/react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';

/** Asks before unsaved changes are lost. */
export function LeaveDialog(props: {
  open: boolean;
  count: number;
  onStay: () => void;
  onLeave: () => void;
}) {
  const t = useTranslations('ui.leave');
  return (
    <Dialog
      open={props.open}
      onOpenChange={(open) => !open && props.onStay()}
      title={t('title')}
      description={t('text', { count: props.count })}
      footer={
        <>
          <Button onClick={props.onStay}>{t('stay')}</Button>
          <Button variant="danger" onClick={props.onLeave}>
            {t('leave')}
          </Button>
        </>
      }
    />
  );
}
