'use client';

import { useMemo, useState } from 'react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'use-intl/react';
import { LeaveDialog } from '@/components/patterns/form-frame/leave-dialog';
import { useDirtyGuard } from '@/components/patterns/form-frame/use-dirty-guard';
import { Button } from '@/components/ui/button';
import { ButtonLink } from '@/components/ui/button-link';
import { Note } from '@/components/ui/note';
import { Progress } from '@/components/ui/progress';
import { TextField } from '@/components/ui/text-field';
import { isBulkChangeValid, previewOf, type BulkTarget } from '@/lib/domain/bulk-change';
import type { RuntimeFacts } from '@/lib/domain/runtimes';
import { routes, type Place } from '@/lib/routes';
import { changeOf, emptyDraft } from './bulk-draft';
import { ChangeFields } from './change-fields';
import { PreviewTable } from './preview-table';
import { useBulkRun } from './use-bulk-run';

/** The word that a deletion asks for, in every language. */
const consentWord = 'confirm';

/** One change for many functions: chosen, previewed, done one by one, and tried again where it failed. */
export function BulkChanges(props: {
  place: Place;
  targets: readonly BulkTarget[];
  runtimes: readonly RuntimeFacts[];
  refusedReason: string | undefined;
  /** ISO time: what is deprecated is judged by the server's clock. */
  now: string;
}) {
  const { place, targets } = props;
  const t = useTranslations('bulk');
  const router = useRouter();
  const [draft, setDraft] = useState(emptyDraft);
  const [consent, setConsent] = useState('');
  const change = useMemo(() => changeOf(draft), [draft]);
  const isValid = isBulkChangeValid(change);
  const previews = useMemo(
    () => (isValid ? targets.map((target) => previewOf(target, change, new Date(props.now))) : []),
    [isValid, targets, change, props.now],
  );
  const run = useBulkRun(place, change, t('lost'));
  const { heldHref, release } = useDirtyGuard(run.isRunning);
  const names = previews.flatMap(({ name, outcome }) => (outcome === 'changes' ? [name] : []));
  const refused = previews.filter(({ outcome }) => outcome === 'refused').length;
  const started = Object.keys(run.progress).length;
  const isConsentMissing = change.kind === 'delete' && consent !== consentWord;
  const reason =
    props.refusedReason ??
    (!isValid
      ? t('incomplete')
      : names.length === 0
        ? t('nothing')
        : isConsentMissing
          ? t('typeFirst')
          : undefined);
  return (
    <div className="flex max-w-list flex-col gap-section p-inset">
      {!run.hasStarted && (
        <ChangeFields
          draft={draft}
          runtimes={props.runtimes}
          onChange={(part) => setDraft((current) => ({ ...current, ...part }))}
        />
      )}
      {isValid && !run.hasStarted && (
        <p role="status">
          {t('summary', { changes: names.length, same: previews.length - names.length - refused, refused })}
        </p>
      )}
      {change.kind === 'delete' && !run.hasStarted && (
        <div className="flex max-w-form flex-col gap-12">
          <Note tone="danger" title={t('deleteTitle', { count: names.length })}>
            {t('deleteText')}
          </Note>
          <TextField
            label={t('consent', { word: consentWord })}
            value={consent}
            onChange={(event) => setConsent(event.target.value)}
          />
        </div>
      )}
      {run.hasStarted && (
        <div role="status" className="flex flex-col gap-8">
          <Progress
            label={t('progressLabel')}
            value={run.done.length + run.failed.length}
            max={started}
            text={t('soFar', { done: run.done.length, failed: run.failed.length, count: started })}
          />
        </div>
      )}
      <div className="flex flex-wrap gap-8">
        {!run.hasStarted && (
          <Button
            variant={change.kind === 'delete' ? 'danger' : 'primary'}
            disabledReason={reason}
            onClick={() => void run.start(names)}
          >
            {change.kind === 'delete'
              ? t('deleteAct', { count: names.length })
              : t('act', { count: names.length })}
          </Button>
        )}
        {run.isRunning && <Button onClick={run.stop}>{t('stop')}</Button>}
        {run.hasStarted && !run.isRunning && run.failed.length > 0 && (
          <Button variant="primary" onClick={() => void run.start(run.failed)}>
            {t('retry', { count: run.failed.length })}
          </Button>
        )}
        {run.hasStarted && !run.isRunning && run.waiting.length > 0 && (
          <Button onClick={() => void run.start(run.waiting)}>
            {t('goOn', { count: run.waiting.length })}
          </Button>
        )}
        <ButtonLink href={routes.functions(place)}>{run.hasStarted ? t('back') : t('cancel')}</ButtonLink>
      </div>
      {isValid && <PreviewTable key={change.kind} previews={previews} run={run} />}
      <LeaveDialog
        open={heldHref !== undefined}
        count={run.waiting.length}
        onStay={release}
        onLeave={() => {
          run.stop();
          const href = heldHref;
          release();
          if (href) router.push(href);
        }}
      />
    </div>
  );
}
