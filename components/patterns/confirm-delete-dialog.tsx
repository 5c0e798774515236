'use client';

import { type ReactNode, useRef, useState, useTransition } from 'react';
import { useTranslations } from 'use-intl/react';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { Dialog } from '@/components/ui/dialog';
import { TextField } from '@/components/ui/text-field';
import type { ConsoleError } from '@/lib/domain/console-error';
import type { ConfirmDeleteProps } from './confirm-delete';
import { Failure } from './failure';

/** The drawn part of ConfirmDelete, which loads it when it is first opened. */
export function ConfirmDeleteDialog(props: ConfirmDeleteProps) {
  const t = useTranslations('ui.confirmDelete');
  const common = useTranslations('ui');
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [error, setError] = useState<ConsoleError>();
  const [isPending, startTransition] = useTransition();
  const input = useRef<HTMLInputElement>(null);
  const isReady = props.word === undefined || typed.trim() === props.word;

  const handleOpenChange = (open: boolean) => {
    if (isPending) return;
    setTyped('');
    setChosen([]);
    setError(undefined);
    props.onOpenChange(open);
  };
  const handleSubmit = () => {
    if (!isReady || isPending) return;
    startTransition(async () => {
      const result = await props.onConfirm(chosen);
      if (!result.ok) {
        setError(result.error);
        return;
      }
      props.onOpenChange(false);
      props.onDone();
    });
  };

  return (
    <Dialog
      open={props.open}
      onOpenChange={handleOpenChange}
      title={props.title}
      description={props.description}
      initialFocus={props.word === undefined ? undefined : input}
      onSubmit={handleSubmit}
      footer={
        <>
          <Button onClick={() => handleOpenChange(false)}>{common('cancel')}</Button>
          <Button
            type="submit"
            variant="danger"
            pending={isPending}
            disabledReason={isReady ? undefined : t('typeFirst', { word: props.word ?? '' })}
          >
            {props.title}
          </Button>
        </>
      }
    >
      <ul className="max-h-split overflow-y-auto rounded-8 border border-edge-strong bg-sunken px-12 py-8">
        {props.things.map((thing) => (
          <li key={thing.name} className="flex items-baseline justify-between gap-12 py-2">
            <span className="min-w-0 font-medium wrap-anywhere">{thing.name}</span>
            {thing.detail && <span className="shrink-0 text-12 text-muted">{thing.detail}</span>}
          </li>
        ))}
      </ul>
      {props.consequences && props.consequences.length > 0 && (
        <Part title={t('stops')}>
          {props.consequences.map((line, index) => (
            <p key={index}>{line}</p>
          ))}
        </Part>
      )}
      {props.leftovers && props.leftovers.length > 0 && (
        <Part title={t('stays')}>
          {props.leftovers.map((leftover) => (
            <Checkbox
              key={leftover.id}
              label={leftover.label}
              description={leftover.detail}
              checked={chosen.includes(leftover.id)}
              onChange={(event) =>
                setChosen(
                  event.target.checked ? [...chosen, leftover.id] : chosen.filter((id) => id !== leftover.id),
                )
              }
            />
          ))}
        </Part>
      )}
      {props.word !== undefined && (
        <TextField
          ref={input}
          label={t('type', { word: props.word })}
          value={typed}
          mono
          onChange={(event) => setTyped(event.target.value)}
        />
      )}
      {error && <Failure error={error} compact onRetry={null} />}
    </Dialog>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="flex flex-col gap-4">
      <p className="text-12 font-medium text-muted">{title}</p>
      {children}
    </div>
  );
}
