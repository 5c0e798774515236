'use client';

import { CircleX, Lock } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { type FormEvent, type ReactNode, useState, useTransition } from 'react';
import { useTranslations } from 'use-intl/react';
import { Button } from '@/components/ui/button';
import { ButtonLink } from '@/components/ui/button-link';
import { Count } from '@/components/ui/count';
import { RelativeTime } from '@/components/ui/relative-time';
import type { ActionResult, ConsoleError } from '@/lib/domain/console-error';
import { Failure } from '../failure';
import { type FlashMessage, useFlash } from '../flash';
import { SidePanel } from '../side-panel';
import type { Change, Snippet } from './change';
import { LeaveDialog } from './leave-dialog';
import { Review } from './review';
import { useDirtyGuard } from './use-dirty-guard';

/** Where the review panel stands beside the form; below, it is a step of its own. The `desktop` breakpoint. */
const sideBySide = '(min-width: 1100px)';

/** Outside of the component, so that it runs when a refusal appears and not with every keystroke after it. */
const bringIntoView = (element: HTMLElement | null) => element?.scrollIntoView({ block: 'nearest' });

interface FormFrameProps {
  changes: readonly Change[];
  snippets?: readonly Snippet[];
  /** Labels of the fields that need attention; they keep Save off. */
  problems?: readonly string[];
  /** Another reason why nothing can be saved now: a role, an update in progress. */
  cannotSaveReason?: string;
  onReset: () => void;
  onSave: () => Promise<ActionResult<unknown>>;
  /** A refusal the form shows in place (at its field, as a conflict): answer true. The frame shows the others. */
  onRefused?: (error: ConsoleError) => boolean | void;
  /** Labels of fields that AWS refused: said above the buttons, without keeping Save off. */
  refusedFields?: readonly string[];
  /** On top of the foot: a conflict to settle. */
  footNote?: ReactNode;
  cancelHref: string;
  /** Where a save leads, and what is said there. A function gets what the save answered: the id of something new. */
  doneHref: string | ((data: unknown) => string);
  doneFlash: FlashMessage;
  basedOn?: { readonly revision: string; readonly readAt: string };
  /** Notes under the changes: who owns the function, what it costs. */
  notes?: ReactNode;
  children: ReactNode;
}

/** One section, one page, one save: the fields, what changes beside them, and a foot with Cancel and Save. */
export function FormFrame(props: FormFrameProps) {
  const t = useTranslations('ui.formFrame');
  const common = useTranslations('ui');
  const router = useRouter();
  const flash = useFlash();
  const [step, setStep] = useState<'edit' | 'review'>('edit');
  const [error, setError] = useState<ConsoleError>();
  const [isPending, startTransition] = useTransition();
  const [isDone, setIsDone] = useState(false);
  const { changes, problems = [] } = props;
  const count = changes.length;
  const guard = useDirtyGuard(count > 0 && !isPending && !isDone);
  const whyOff = reasonOff();

  function reasonOff(): string | undefined {
    if (props.cannotSaveReason) return props.cannotSaveReason;
    if (problems.length > 0)
      return t('needsAttention', { count: problems.length, fields: problems.join(', ') });
    return count === 0 ? t('nothingToSave') : undefined;
  }
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (whyOff || isPending) return;
    if (step === 'edit' && !window.matchMedia(sideBySide).matches) {
      setStep('review');
      return;
    }
    setError(undefined);
    startTransition(async () => {
      const result = await props.onSave();
      if (!result.ok) {
        if (result.error.field) setStep('edit');
        if (props.onRefused?.(result.error) !== true) setError(result.error);
        return;
      }
      setIsDone(true);
      flash.show(props.doneFlash);
      router.push(typeof props.doneHref === 'string' ? props.doneHref : props.doneHref(result.data));
    });
  };

  const save = (
    <Button type="submit" variant="primary" pending={isPending} disabledReason={whyOff}>
      {count > 0 ? t('save', { count }) : t('saveNone')}
    </Button>
  );
  const cancel = <ButtonLink href={props.cancelHref}>{common('cancel')}</ButtonLink>;
  const foot = (
    <div className="flex flex-col gap-8">
      {props.footNote}
      {error && (
        <div ref={bringIntoView}>
          <Failure error={error} compact onRetry={error.kind === 'conflict' ? undefined : null} />
        </div>
      )}
      <Basis problems={[...problems, ...(props.refusedFields ?? [])]} basedOn={props.basedOn} />
      <div className="flex justify-end gap-8">
        <span className="max-desktop:hidden">{cancel}</span>
        <span className="desktop:hidden">
          <Button onClick={() => setStep('edit')}>{t('back')}</Button>
        </span>
        {save}
      </div>
    </div>
  );

  return (
    <form noValidate onSubmit={handleSubmit} className="flex flex-1 flex-col desktop:flex-row">
      <div className={`flex min-w-0 flex-1 flex-col ${step === 'review' ? 'max-desktop:hidden' : ''}`}>
        <div className="flex w-full max-w-form flex-1 flex-col gap-field px-inset py-20">
          {props.children}
        </div>
        <div className="sticky bottom-0 flex justify-end gap-8 border-t border-edge bg-surface px-inset py-12 desktop:hidden">
          {cancel}
          <Button variant="primary" type="submit" disabledReason={whyOff}>
            {t('review')}
          </Button>
        </div>
      </div>
      <div className={`flex shrink-0 ${step === 'edit' ? 'max-desktop:hidden' : 'max-desktop:flex-col'}`}>
        <SidePanel
          title={t('review')}
          meta={count > 0 && <Count value={count} tone="accent" />}
          acts={
            count > 0 && (
              <Button variant="link" size="small" onClick={props.onReset}>
                {t('resetAll')}
              </Button>
            )
          }
          foot={foot}
        >
          <Review changes={changes} snippets={props.snippets ?? []} notes={props.notes} />
        </SidePanel>
      </div>
      <LeaveDialog
        open={guard.heldHref !== undefined}
        count={count}
        onStay={guard.release}
        onLeave={() => {
          setIsDone(true);
          guard.release();
          if (guard.heldHref !== undefined) router.push(guard.heldHref);
        }}
      />
    </form>
  );
}

function Basis(props: { problems: readonly string[]; basedOn: FormFrameProps['basedOn'] }) {
  const t = useTranslations('ui.formFrame');
  const { problems, basedOn } = props;
  if (problems.length > 0) {
    return (
      <p className="flex items-start gap-8 text-12 text-danger-text">
        <CircleX aria-hidden size={14} strokeWidth={1.75} className="mt-px shrink-0" />
        {t('needsAttention', { count: problems.length, fields: problems.join(', ') })}
      </p>
    );
  }
  if (!basedOn) return null;
  return (
    <p className="flex items-center gap-8 text-12 text-muted">
      <Lock aria-hidden size={14} strokeWidth={1.75} className="shrink-0" />
      <span>
        {t('basedOn', { revision: basedOn.revision.slice(0, 8) })} <RelativeTime at={basedOn.readAt} />
      </span>
    </p>
  );
}
