'use client';

import { useRouter } from 'next/navigation';
import { useState, useTransition } from 'react';
import { useTranslations } from 'use-intl/react';
import { Failure } from '@/components/patterns/failure';
import { useFlash } from '@/components/patterns/flash';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import type { ActionResult, ConsoleError } from '@/lib/domain/console-error';

/** A button that says what its act does before it is done. Nothing is lost by it, so no word is typed. */
export function ConfirmButton(props: {
  /** Words of the button and of the dialog. */
  label: string;
  text: string;
  done: string;
  disabledReason?: string | undefined;
  onConfirm: () => Promise<ActionResult<unknown>>;
}) {
  const common = useTranslations('ui');
  const router = useRouter();
  const flash = useFlash();
  const [isOpen, setIsOpen] = useState(false);
  const [error, setError] = useState<ConsoleError>();
  const [isPending, startTransition] = useTransition();
  const handleConfirm = () => {
    setError(undefined);
    startTransition(async () => {
      const result = await props.onConfirm();
      if (!result.ok) {
        setError(result.error);
        return;
      }
      setIsOpen(false);
      flash.show({ kind: 'success', title: props.done });
      router.refresh();
    });
  };
  return (
    <>
      <Button size="small" disabledReason={props.disabledReason} onClick={() => setIsOpen(true)}>
        {props.label}
      </Button>
      <Dialog
        open={isOpen}
        onOpenChange={setIsOpen}
        title={props.label}
        description={props.text}
        footer={
          <>
            <Button onClick={() => setIsOpen(false)}>{common('cancel')}</Button>
            <Button variant="primary" pending={isPending} onClick={handleConfirm}>
              {props.label}
            </Button>
          </>
        }
      >
        {error && <Failure error={error} compact onRetry={null} />}
      </Dialog>
    </>
  );
}
