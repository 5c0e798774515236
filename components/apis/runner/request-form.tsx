'use client';

import { Send } from 'lucide-react';
import { useTranslations } from 'use-intl/react';
import { Button } from '@/components/ui/button';
import { ComboboxField } from '@/components/ui/combobox-field';
import { CopyButton } from '@/components/ui/copy-button';
import { SelectField } from '@/components/ui/select-field';
import { TextField } from '@/components/ui/text-field';
import {
  headerProblem,
  pathParameters,
  runnerAuths,
  runnerMethods,
  type RunnerMethod,
} from '@/lib/domain/api-request';
import type { RunnerApi, RunnerOperation } from '@/lib/queries/api-runner';
import { BodyField } from './body-field';
import { PairRows } from './pair-rows';
import { draftProblem, hasBody, type DraftProblem, type RequestDraft } from './request-draft';

const idOf = ({ method, path }: Pick<RunnerOperation, 'method' | 'path'>) => `${method} ${path}`;
const isMethod = (text: string): text is RunnerMethod => runnerMethods.some((method) => method === text);

/** Stage, method, path with its parameters, query, headers, body and how the request is authorized. */
export function RequestForm(props: {
  api: RunnerApi;
  draft: RequestDraft;
  onChange: (part: Partial<RequestDraft>) => void;
  onSend: () => void;
  isRunning: boolean;
  refusedReason: string | undefined;
  /** The request as a curl command. */
  curl: string;
}) {
  const t = useTranslations('apiRunner');
  const { api, draft, onChange } = props;
  const problem = draftProblem(draft);
  const chosen = api.operations.find(
    ({ method, path }) => path === draft.path && (method === 'ANY' || method === draft.method),
  );
  const choose = (id: string | null) => {
    const operation = api.operations.find((other) => idOf(other) === id);
    if (!operation) return;
    const key = api.keys.find(({ isEnabled }) => isEnabled) ?? api.keys[0];
    onChange({
      path: operation.path,
      ...(isMethod(operation.method) ? { method: operation.method } : {}),
      ...(operation.isKeyRequired && draft.auth === 'none'
        ? { auth: 'api-key', apiKeyId: draft.apiKeyId ?? key?.id }
        : {}),
      ...(operation.authorization === 'AWS_IAM' ? { auth: 'iam' } : {}),
    });
  };
  const auths = runnerAuths.filter((auth) => auth !== 'api-key' || api.keys.length > 0);
  const whyOff = problem && problemText(t, problem);
  return (
    <div className="flex min-w-0 flex-col gap-field p-16">
      <div className="grid gap-12 tablet:grid-cols-2">
        <SelectField
          label={t('stage')}
          placeholder={t('stagePlaceholder')}
          options={api.stages.map((stage) => ({ value: stage, label: stage }))}
          value={draft.stage}
          onValueChange={(stage) => onChange({ stage })}
        />
        <ComboboxField
          label={t('operation')}
          placeholder={t('operationPlaceholder')}
          mono
          options={api.operations.map((operation) => ({
            value: idOf(operation),
            label: idOf(operation),
            detail: detailOf(operation, t('keyRequired')),
          }))}
          value={chosen ? idOf(chosen) : null}
          onValueChange={choose}
        />
      </div>
      <div className="grid grid-cols-(--runner-line) gap-12">
        <SelectField
          label={t('method')}
          options={runnerMethods.map((method) => ({ value: method, label: method }))}
          value={draft.method}
          onValueChange={(method) => isMethod(method) && onChange({ method })}
        />
        <TextField
          label={t('path')}
          mono
          hint={t('pathHint')}
          error={problem?.kind === 'path' ? t('badPath') : undefined}
          value={draft.path}
          maxLength={4_096}
          onChange={(event) => onChange({ path: event.target.value })}
        />
      </div>
      <Parameters draft={draft} onChange={onChange} />
      <PairRows
        title={t('query')}
        addLabel={t('addQuery')}
        rows={draft.query}
        onChange={(query) => onChange({ query })}
      />
      <PairRows
        title={t('headers')}
        addLabel={t('addHeader')}
        rows={draft.headers}
        onChange={(headers) => onChange({ headers })}
        isBad={({ name, value }) => name.trim() !== '' && headerProblem([name.trim(), value]) !== undefined}
      />
      <div className="grid gap-12 tablet:grid-cols-2">
        <SelectField
          label={t('auth')}
          hint={t(`authHint.${draft.auth}`)}
          options={auths.map((auth) => ({ value: auth, label: t(`auths.${auth}`) }))}
          value={draft.auth}
          onValueChange={(value) => {
            const auth = runnerAuths.find((other) => other === value);
            if (auth) onChange({ auth });
          }}
        />
        {draft.auth === 'api-key' && (
          <SelectField
            label={t('apiKey')}
            placeholder={t('apiKeyPlaceholder')}
            options={api.keys.map(({ id, name, isEnabled }) => ({
              value: id,
              label: name,
              detail: isEnabled ? id : `${id} · ${t('keyOff')}`,
            }))}
            value={draft.apiKeyId ?? ''}
            onValueChange={(apiKeyId) => onChange({ apiKeyId })}
          />
        )}
      </div>
      {hasBody(draft.method) && <BodyField body={draft.body} onChange={(body) => onChange({ body })} />}
      <div className="flex flex-wrap items-center justify-end gap-8">
        {problem === undefined && (
          <CopyButton text={props.curl} variant="quiet">
            {t('copyCurl')}
          </CopyButton>
        )}
        <Button
          variant="primary"
          type="submit"
          icon={<Send aria-hidden size={16} strokeWidth={1.75} />}
          pending={props.isRunning}
          disabledReason={props.refusedReason ?? whyOff}
          data-tooltip={props.refusedReason ?? whyOff ?? t('sendKeys')}
          aria-keyshortcuts="Control+Enter Meta+Enter"
          onClick={props.onSend}
        >
          {t('send')}
        </Button>
      </div>
    </div>
  );
}

function detailOf(
  { authorization, isKeyRequired }: RunnerOperation,
  keyRequired: string,
): string | undefined {
  const facts = [authorization === 'NONE' ? '' : authorization, isKeyRequired ? keyRequired : ''];
  return facts.filter(Boolean).join(' · ') || undefined;
}

function problemText(t: ReturnType<typeof useTranslations<'apiRunner'>>, problem: DraftProblem): string {
  if (problem.kind === 'parameter' || problem.kind === 'header') {
    return t(`problem.${problem.kind}`, { name: problem.name });
  }
  return t(`problem.${problem.kind}`);
}

function Parameters(props: { draft: RequestDraft; onChange: (part: Partial<RequestDraft>) => void }) {
  const t = useTranslations('apiRunner');
  const { path, parameters } = props.draft;
  const found = pathParameters(path);
  if (found.length === 0) return null;
  return (
    <fieldset className="grid min-w-0 gap-12 tablet:grid-cols-2">
      <legend className="sr-only">{t('parameters')}</legend>
      {found.map(({ name, isGreedy }) => (
        <TextField
          key={name}
          mono
          label={isGreedy ? `{${name}+}` : `{${name}}`}
          value={parameters[name] ?? ''}
          maxLength={1_024}
          onChange={(event) => props.onChange({ parameters: { ...parameters, [name]: event.target.value } })}
        />
      ))}
    </fieldset>
  );
}
