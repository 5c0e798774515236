'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useId, useRef, useState, useTransition } from 'react';
import { useTranslations } from 'use-intl/react';
import { Failure } from '@/components/patterns/failure';
import { useFlash } from '@/components/patterns/flash';
import { SidePanel, WithSidePanel } from '@/components/patterns/side-panel';
import { Button } from '@/components/ui/button';
import { ButtonLink } from '@/components/ui/button-link';
import { Checkbox } from '@/components/ui/checkbox';
import { Note } from '@/components/ui/note';
import { RadioGroup } from '@/components/ui/radio-group';
import { TextLink } from '@/components/ui/text-link';
import { TextAreaField } from '@/components/ui/text-area-field';
import { apiRoutes } from '@/lib/api-routes';
import type { ConsoleError } from '@/lib/domain/console-error';
import type { Namesake, OpenApiPreview } from '@/lib/domain/openapi-preview';
import { routes, withQuery, type Place } from '@/lib/routes';
import { ImportPreview } from './import-preview';
import { sendDefinition } from './send-definition';

type Previewed = OpenApiPreview & { readonly namesakes: readonly Namesake[] };

const fileMax = 6 * 1024 * 1024;
const basePaths = ['ignore', 'prepend', 'split'] as const;

/** Where a definition is put over an API that is there. */
const overHref = (place: Place, kind: 'REST' | 'HTTP', id: string) =>
  kind === 'REST' ? routes.restApi(place, id, 'import') : routes.httpApi(place, id, 'reimport');

/** "Import API": a definition, how it is read, and beside it what it would create. */
export function ImportForm(props: { place: Place; isHttpUnsupported: boolean }) {
  const t = useTranslations('createApi.import');
  const words = useTranslations('createApi');
  const common = useTranslations('ui');
  const { place } = props;
  const router = useRouter();
  const flash = useFlash();
  const formId = useId();
  const picker = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [kind, setKind] = useState<'REST' | 'HTTP'>('REST');
  const [basePath, setBasePath] = useState<(typeof basePaths)[number]>('ignore');
  const [endpointType, setEndpointType] = useState<'REGIONAL' | 'EDGE' | 'PRIVATE'>('REGIONAL');
  const [failOnWarnings, setFailOnWarnings] = useState(false);
  const [preview, setPreview] = useState<{ of: string; result: Previewed }>();
  const [error, setError] = useState<ConsoleError>();
  const [isReading, startReading] = useTransition();
  const [isPending, startTransition] = useTransition();
  const url = apiRoutes.importApi(place);
  const isRefused = kind === 'HTTP' && props.isHttpUnsupported;

  const read = (definition: string, as: 'REST' | 'HTTP') =>
    startReading(async () => {
      const result = await sendDefinition<Previewed>(withQuery(url, { preview: 1 }), {
        text: definition,
        kind: as,
      });
      setError(result.ok ? undefined : result.error);
      setPreview(result.ok ? { of: `${as} ${definition}`, result: result.data } : undefined);
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
    read(definition, kind);
  };
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (isPending || isRefused || text.trim() === '') return;
    startTransition(async () => {
      const body = { text, kind, basePath, endpointType, failOnWarnings };
      const result = await sendDefinition<{ id: string; warnings: readonly string[] }>(url, body);
      if (!result.ok) return setError(result.error);
      const { id, warnings } = result.data;
      flash.show(
        warnings.length === 0
          ? { kind: 'success', title: t('done') }
          : {
              kind: 'warning',
              title: t('doneWarnings', { count: warnings.length }),
              text: warnings.slice(0, 3).join('\n'),
            },
      );
      router.push(routes.gatewayApi(place, id));
    });
  };
  const atText = error?.field === 'text' ? error.message : undefined;

  return (
    <WithSidePanel
      panel={
        <SidePanel
          title={t('previewTitle')}
          foot={
            <div className="flex flex-wrap justify-end gap-8">
              <ButtonLink href={routes.apis(place)}>{common('cancel')}</ButtonLink>
              <Button
                pending={isReading}
                disabledReason={text.trim() === '' ? t('previewNone') : undefined}
                onClick={() => read(text, kind)}
              >
                {t('preview')}
              </Button>
              <Button
                type="submit"
                form={formId}
                variant="primary"
                pending={isPending}
                disabledReason={
                  isRefused ? t('unsupported') : text.trim() === '' ? t('previewNone') : undefined
                }
              >
                {t('submit')}
              </Button>
            </div>
          }
        >
          {preview ? (
            <>
              {preview.of !== `${kind} ${text}` && <Note tone="info">{t('stale')}</Note>}
              {preview.result.namesakes.length > 0 && (
                <Note tone="warning" title={t('namesakes')}>
                  {t('namesakesText')}
                  <ul>
                    {preview.result.namesakes.map(({ id, name }) => (
                      <li key={id}>
                        <TextLink href={overHref(place, kind, id)}>{t('update', { name, id })}</TextLink>
                      </li>
                    ))}
                  </ul>
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
        <RadioGroup
          legend={t('kind')}
          name="kind"
          value={kind}
          onValueChange={setKind}
          options={[
            { value: 'REST', label: words('kinds.rest') },
            { value: 'HTTP', label: words('kinds.http') },
          ]}
        />
        {isRefused && (
          <Note tone="warning" title={t('unsupported')}>
            {t('unsupportedText')}
          </Note>
        )}
        <TextAreaField
          label={t('text')}
          name="text"
          mono
          rows={16}
          hint={t('textHint')}
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
          options={basePaths.map((value) => ({ value, label: t(`basePaths.${value}`) }))}
        />
        {kind === 'REST' && (
          <RadioGroup
            legend={words('endpointType')}
            name="endpointType"
            value={endpointType}
            onValueChange={setEndpointType}
            options={(['REGIONAL', 'EDGE', 'PRIVATE'] as const).map((value) => ({
              value,
              label: words(`endpointTypes.${value}`),
            }))}
          />
        )}
        <Checkbox
          label={t('failOnWarnings')}
          checked={failOnWarnings}
          onChange={(event) => setFailOnWarnings(event.target.checked)}
        />
      </form>
    </WithSidePanel>
  );
}
