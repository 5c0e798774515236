'use client';

import { lazy, Suspense, useState, type ReactNode } from 'react';
import { useFlash } from '@/components/patterns/flash';
import { Button } from '@/components/ui/button';
import type { ActionResult } from '@/lib/domain/console-error';

const ConfirmDelete = lazy(() =>
  import('@/components/patterns/confirm-delete').then((module) => ({ default: module.ConfirmDelete })),
);

/** A small button that asks before it takes something away. */
export function RemoveButton(props: {
  /** Words of the button. */
  label: string;
  /** Verb and object; the words of the dialog and of its button. */
  title: string;
  description: ReactNode;
  thing: string;
  consequences: readonly ReactNode[];
  word?: string;
  refusedReason: string | undefined;
  done: string;
  onConfirm: () => Promise<ActionResult<unknown>>;
}) {
  const [isOpen, setIsOpen] = useState(false);
  const flash = useFlash();
  return (
    <>
      <Button size="small" disabledReason={props.refusedReason} onClick={() => setIsOpen(true)}>
        {props.label}
      </Button>
      <Suspense fallback={null}>
        {isOpen && (
          <ConfirmDelete
            open
            onOpenChange={setIsOpen}
            title={props.title}
            description={props.description}
            things={[{ name: props.thing }]}
            consequences={props.consequences}
            word={props.word}
            onConfirm={props.onConfirm}
            onDone={() => flash.show({ kind: 'success', title: props.done })}
          />
        )}
      </Suspense>
    </>
  );
}
