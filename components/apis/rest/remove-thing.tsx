'use client';

import { useRouter } from 'next/navigation';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import { useFlash } from '@/components/patterns/flash';
import { Button } from '@/components/ui/button';
import type { ActionResult } from '@/lib/domain/console-error';

const ConfirmDelete = lazy(() =>
  import('@/components/patterns/confirm-delete').then((module) => ({ default: module.ConfirmDelete })),
);

/** A button that asks before it deletes a part of an API, and leads away from what is gone. */
export function RemoveThing(props: {
  /** Words of the button. */
  label: string;
  /** Verb and object; the words of the dialog and of its button. Default: the label. */
  title?: string;
  description: ReactNode;
  thing: string;
  consequences?: readonly ReactNode[];
  word?: string;
  refusedReason: string | undefined;
  done: string;
  /** Where to go afterwards; absent where the page stays. */
  doneHref?: string;
  small?: boolean;
  onConfirm: () => Promise<ActionResult<unknown>>;
}) {
  const [isOpen, setIsOpen] = useState(false);
  const [wasOpened, setWasOpened] = useState(false);
  const router = useRouter();
  const flash = useFlash();
  return (
    <>
      <Button
        size={props.small ? 'small' : undefined}
        disabledReason={props.refusedReason}
        onClick={() => {
          setWasOpened(true);
          setIsOpen(true);
        }}
      >
        {props.label}
      </Button>
      {wasOpened && (
        <Suspense>
          <ConfirmDelete
            open={isOpen}
            onOpenChange={setIsOpen}
            title={props.title ?? props.label}
            description={props.description}
            things={[{ name: props.thing }]}
            consequences={props.consequences}
            word={props.word}
            onConfirm={props.onConfirm}
            onDone={() => {
              flash.show({ kind: 'success', title: props.done });
              if (props.doneHref) router.push(props.doneHref);
            }}
          />
        </Suspense>
      )}
    </>
  );
}
