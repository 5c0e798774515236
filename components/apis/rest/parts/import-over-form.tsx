'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useId, useRef, useState, useTransition } from 'react';
import { useTranslations } from 'use-intl/react';
import { ImportPreview } from '@/components/apis/create/import-preview';
import { sendDefinition } from '@/components/apis/create/send-definition';
import { Failure } from '@/components/patterns/failure';
import { useFlash } from '@/components/patterns/flash';
import { SidePanel, WithSidePanel } from '@/components/patterns/side-panel';
import { Button } from '@/components/ui/button';
import { ButtonLink } from '@/components/ui/button-link';
import { Checkbox } from '@/components/ui/checkbox';
import { Note } from '@/components/ui/note';
import { RadioGroup } from '@/components/ui/radio-group';
import { TextAreaField } from '@/components/ui/text-area-field';
import { apiRoutes } from '@/lib/api-routes';
import type { ConsoleError } from '@/lib/domain/console-error';
import type { OpenApiPreview } from '@/lib/domain/openapi-preview';
import { withQuery } from '@/lib/routes';
import type { RestTarget } from '../rest-hrefs';

const fileMax = 6 * 1024 * 1024;
const basePaths = ['ignore', 'prepend', 'split'] as const;
const shownMax = 20;

/** Methods of the API that the definition does not have; undefined when the preview does not tell all. */
function goneMethods(current: readonly string[], preview: OpenApiPreview): readonly string[] | undefined {
  if (preview.rows.length < preview.methodCount) return undefined;
  const kept = new Set(
    preview.rows.map(({ method, path }) => `${method} ${path === '/$default' ? '$default' : path}`),
  );
  return current.filter((method) => !kept.has(method));
}

/** A definition over an API that is there, with what it holds and what an overwrite would take away. HTTP APIs are always overwritten. */
export function ImportOverForm(props: {
  target: RestTarget;
  protocol: 'REST' | 'HTTP';
  /** Where the form leads. */
  href: string;
  /** `GET /orders` for each method of the API. */
  methods: readonly string[];
  cannotSaveReason: string | undefined;
}) {
  const t = useTranslations('restParts.import');
  const words = useTranslations('createApi.import');
  const common = useTranslations('ui');
  const { target, protocol, href } = props;
  const router = useRouter();
  const flash = useFlash();
  const formId = useId();
  const picker = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [mode, setMode] = useState<'merge' | 'overwrite'>('merge');
  const [basePath, setBasePath] = useState<(typeof basePaths)[number]>('ignore');
  const [failOnWarnings, setFailOnWarnings] = useState(false);
  const [preview, setPreview] = useState<{ of: string; result: OpenApiPreview }>();
  const [error, setError] = useState<ConsoleError>();
  const [isReading, startReading] = useTransition();
  const [isPending, startTransition] = useTransition();
  const isEmpty = text.trim() === '';
  const whyOff = props.cannotSaveReason ?? (isEmpty ? t('previewNone') : undefined);
  const isOverwrite = protocol === 'HTTP' || mode === 'overwrite';
  // Another base path gives every path of the definition another name.
  const gone =
    preview && isOverwrite && basePath === 'ignore' ? goneMethods(props.methods, preview.result) : undefined;

  const read = (definition: string) =>
    startReading(async () => {
      const url = withQuery(apiRoutes.importApi(target.place), { preview: 1 });
      const result = await sendDefinition<OpenApiPreview>(url, { text: definition, kind: protocol });
      setError(result.ok ? undefined : result.error);
      setPreview(result.ok ? { of: definition, result: result.data } : undefined);
    });
  const handleFile = async (file: File | undefined) => {
    if (!file) return;
    if (file.size > fileMax) {
      const at = new Date().toISOString();
      setError({ kind: 'invalid', field: 'text', message: t('tooLarge', { name: file.name }), at });
      return;
    }
    const definition = await file.text();
    setText(definition);
    read(definition);
  };
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (isPending || whyOff) return;
    setError(undefined);
    startTransition(async () => {
      const result = await sendDefinition<{ warnings: readonly string[] }>(
        apiRoutes.importOver(target.place, target.apiId, protocol),
        { text, mode, basePath, failOnWarnings },
      );
      if (!result.ok) return setError(result.error);
      const { warnings } = result.data;
      flash.show({
        kind: warnings.length === 0 ? 'success' : 'warning',
        title: t('done'),
        ...(warnings.length > 0 && {
          text: `${t('warnings', { count: warnings.length })}: ${warnings.slice(0, 3).join(' ')}`,
        }),
      });
      router.push(href);
      router.refresh();
    });
  };
  const atText = error?.field === 'text' ? error.message : undefined;
  return (
    <WithSidePanel
      panel={
        <SidePanel
          title={t('preview')}
          foot={
            <div className="flex flex-wrap justify-end gap-8">
              <ButtonLink href={href}>{common('cancel')}</ButtonLink>
              <Button
                pending={isReading}
                disabledReason={isEmpty ? t('previewNone') : undefined}
                onClick={() => read(text)}
              >
                {t('preview')}
              </Button>
              <Button
                type="submit"
                form={formId}
                variant="primary"
                pending={isPending}
                disabledReason={whyOff}
              >
                {t('submit')}
              </Button>
            </div>
          }
        >
          {preview ? (
            <>
              {preview.of !== text && <Note tone="info">{t('stale')}</Note>}
              {gone && gone.length > 0 && (
                <Note tone="warning">
                  {t('goes', { count: gone.length })} {gone.slice(0, shownMax).join(', ')}
                  {gone.length > shownMax && ' …'}
                </Note>
              )}
              <ImportPreview preview={preview.result} />
            </>
          ) : (
            <p className="text-muted">{t('previewNone')}</p>
          )}
        </SidePanel>
      }
    >
      <form
        id={formId}
        noValidate
        onSubmit={handleSubmit}
        className="flex max-w-form flex-col gap-field px-inset py-20"
      >
        {error && !atText && <Failure error={error} compact onRetry={null} />}
        {protocol === 'HTTP' ? (
          <Note tone="info">{t('replaces')}</Note>
        ) : (
          <RadioGroup
            legend={t('mode')}
            name="mode"
            value={mode}
            onValueChange={setMode}
            options={[
              { value: 'merge', label: t('merge'), description: t('mergeHint') },
              { value: 'overwrite', label: t('overwrite'), description: t('overwriteHint') },
            ]}
          />
        )}
        <TextAreaField
          label={t('text')}
          mono
          rows={14}
          hint={t('hint')}
          error={atText}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <div>
          <input
            ref={picker}
            type="file"
            accept=".json,.yaml,.yml,application/json"
            aria-label={t('file')}
            className="sr-only"
            tabIndex={-1}
            onChange={(event) => void handleFile(event.target.files?.[0])}
          />
          <Button onClick={() => picker.current?.click()}>{t('file')}</Button>
        </div>
        <RadioGroup
          legend={t('basePath')}
          name="basePath"
          value={basePath}
          onValueChange={setBasePath}
          options={basePaths.map((value) => ({ value, label: words(`basePaths.${value}`) }))}
        />
        <Checkbox
          label={t('failOnWarnings')}
          checked={failOnWarnings}
          onChange={(event) => setFailOnWarnings(event.target.checked)}
        />
      </form>
    </WithSidePanel>
  );
}
