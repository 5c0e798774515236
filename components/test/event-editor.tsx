'use client';

import { CircleX, Play, TriangleAlert } from 'lucide-react';
import { useMemo, useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl/react';
import { CodeEditor } from '@/components/patterns/editor/code-editor';
import { Button } from '@/components/ui/button';
import { Segmented } from '@/components/ui/segmented';
import { SelectField } from '@/components/ui/select-field';
import { Status } from '@/components/ui/status';
import { TextField } from '@/components/ui/text-field';
import type { ConsoleError } from '@/lib/domain/console-error';
import { eventTemplates, helloWorld, loadTemplateBody } from '@/lib/domain/event-templates/event-templates';
import type { TestEvent } from '@/lib/domain/test-event';
import { formatBytes } from '@/lib/shared/bytes';
import { jsonProblem } from './json-problem';

/** Lambda's limit for an event of a synchronous invocation. */
const eventBytesMax = 6 * 1024 * 1024;

export type EventDraft = TestEvent;

/** Name, template and text of an event, with what can be done with it. */
export function EventEditor(props: {
  /** Tells texts apart, so that undo does not reach across events. */
  id: string;
  draft: EventDraft;
  onChange: (part: Partial<EventDraft>) => void;
  nameError: string | undefined;
  /** What was just done. */
  notice: string | undefined;
  /** The version or alias that runs; undefined for $LATEST. */
  qualifier: string | undefined;
  /** Why events cannot be shared here. */
  sharedError: ConsoleError | undefined;
  /** How the function is run, above the buttons. */
  settings: ReactNode;
  isSaved: boolean;
  isUnsaved: boolean;
  isSaving: boolean;
  isRunning: boolean;
  onSave: () => void;
  onDelete: () => void;
  onTest: () => void;
  refusedReason: string | undefined;
}) {
  const t = useTranslations('test');
  const { draft, onChange } = props;
  const texts = useMemo(
    () => ({ loading: t('editor.loading'), failed: t('editor.failed'), retry: t('editor.retry') }),
    [t],
  );
  const problem = jsonProblem(draft.body);
  const bytes = useMemo(() => new TextEncoder().encode(draft.body).length, [draft.body]);
  const [template, setTemplate] = useState<{ id: string; body: string }>(helloWorld);
  const handleTemplate = async (id: string) => {
    const body = await loadTemplateBody(id);
    if (body === undefined) return;
    setTemplate({ id, body });
    onChange({ body });
  };
  const handleFormat = () => onChange({ body: JSON.stringify(JSON.parse(draft.body), null, 2) });
  return (
    <section aria-label={t('event')} className="flex min-h-0 min-w-0 flex-col">
      <div className="grid gap-12 px-16 py-12 tablet:grid-cols-2">
        <TextField
          label={t('eventName')}
          placeholder={t('eventNamePlaceholder')}
          value={draft.name}
          maxLength={25}
          error={props.nameError}
          onChange={(event) => onChange({ name: event.target.value })}
        />
        <SelectField
          label={t('template')}
          placeholder={t('templatePlaceholder')}
          options={eventTemplates.map(({ id, label }) => ({ value: id, label }))}
          value={draft.body === template.body ? template.id : ''}
          onValueChange={(id) => void handleTemplate(id)}
        />
      </div>
      <Sharing draft={draft} onChange={onChange} error={props.sharedError} />
      <div className="flex min-h-40 items-center gap-12 border-y border-edge pr-8 pl-16 text-12">
        <span className="font-medium">{t('eventJson')}</span>
        <span className={`ml-auto tabular-nums ${bytes > eventBytesMax ? 'text-danger-text' : 'text-muted'}`}>
          {t('size', { size: formatBytes(bytes), max: formatBytes(eventBytesMax) })}
        </span>
        <Button
          variant="link"
          size="small"
          disabledReason={problem === undefined ? undefined : t('notJson')}
          onClick={handleFormat}
        >
          {t('formatJson')}
        </Button>
      </div>
      <div className="min-h-0 flex-1 max-desktop:h-(--test-editor-height) max-desktop:flex-none">
        <CodeEditor
          path={`${props.id}.json`}
          language="json"
          // Who selects an event and types another one means to replace it; scripts do just that.
          hasAutoSurround={false}
          label={t('eventJson')}
          value={draft.body}
          onChange={(body) => onChange({ body })}
          onSave={props.onSave}
          texts={texts}
        />
      </div>
      {problem !== undefined && (
        <p className="flex items-start gap-8 border-t border-edge px-16 py-8 text-12 text-warning-text">
          <TriangleAlert aria-hidden size={14} strokeWidth={1.75} className="mt-px shrink-0" />
          <span className="wrap-anywhere">{t('notJsonHint', { problem })}</span>
        </p>
      )}
      {bytes > eventBytesMax && (
        <p className="flex items-start gap-8 border-t border-edge px-16 py-8 text-12 text-danger-text">
          <CircleX aria-hidden size={14} strokeWidth={1.75} className="mt-px shrink-0" />
          {t('tooLarge', { max: formatBytes(eventBytesMax) })}
        </p>
      )}
      {props.settings}
      <div className="flex flex-wrap items-center gap-8 border-t border-edge px-16 py-12">
        <p className="min-w-0 flex-1 text-12 text-muted">
          {props.notice ? (
            <Status look="success">{props.notice}</Status>
          ) : props.qualifier ? (
            t('runsQualifier', { qualifier: props.qualifier })
          ) : (
            t('runsDeployed')
          )}
        </p>
        {props.isSaved && (
          <Button variant="quiet" disabledReason={props.refusedReason} onClick={props.onDelete}>
            {t('delete')}
          </Button>
        )}
        <Button
          pending={props.isSaving}
          disabledReason={props.refusedReason ?? (props.isUnsaved ? undefined : t('nothingToSave'))}
          onClick={props.onSave}
        >
          {t('save')}
        </Button>
        <Button
          variant="primary"
          icon={<Play aria-hidden size={16} strokeWidth={1.75} />}
          pending={props.isRunning}
          disabledReason={props.refusedReason}
          data-tooltip={props.refusedReason ?? t('testKeys')}
          aria-keyshortcuts="Control+Shift+I Meta+Shift+I"
          onClick={props.onTest}
        >
          {t('test')}
        </Button>
      </div>
    </section>
  );
}

/** Who will see the event once it is saved. */
function Sharing(props: {
  draft: EventDraft;
  onChange: (part: Partial<EventDraft>) => void;
  error: ConsoleError | undefined;
}) {
  const t = useTranslations('test');
  const { draft, onChange, error } = props;
  return (
    <div className="flex flex-wrap items-center gap-x-12 gap-y-4 px-16 pb-12 text-12">
      <span aria-hidden className="font-medium">
        {t('sharing')}
      </span>
      {error ? (
        <span className="min-w-0 wrap-anywhere text-muted">
          {error.kind === 'unsupported'
            ? t('sharingUnsupported')
            : t('sharingRefused', { reason: error.message })}
        </span>
      ) : (
        <>
          <Segmented
            label={t('sharing')}
            size="small"
            options={(['private', 'shareable'] as const).map((value) => ({ value, label: t(value) }))}
            value={draft.sharing}
            onValueChange={(sharing) => onChange({ sharing })}
          />
          <span className="text-muted">{t(`${draft.sharing}Hint`)}</span>
        </>
      )}
    </div>
  );
}
