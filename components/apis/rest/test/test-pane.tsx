'use client';

import { Play } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { Button } from '@/components/ui/button';
import { TextAreaField } from '@/components/ui/text-area-field';
import { TextField } from '@/components/ui/text-field';
import { pathVariables } from '@/lib/domain/rest-api/method';
import {
  badLine,
  fillPath,
  missingVariables,
  readHeaderLines,
  readVariableLines,
  type HeaderValues,
} from '@/lib/domain/rest-api/test-call';
import type { RestTarget } from '../rest-hrefs';
import { TestResult } from './test-result';
import { useTestCall } from './use-test-call';

/** Calls a method as it stands, and shows the answer with the log of each step. */
export function TestPane(props: {
  target: RestTarget;
  resource: { readonly id: string; readonly path: string };
  httpMethod: string;
  refusedReason: string | undefined;
}) {
  const t = useTranslations('restTest');
  const { resource, httpMethod } = props;
  const [values, setValues] = useState<Readonly<Record<string, string>>>({});
  const [query, setQuery] = useState('');
  const [headerText, setHeaderText] = useState('');
  const [variableText, setVariableText] = useState('');
  const [body, setBody] = useState('');
  const [wasTried, setWasTried] = useState(false);
  const { run, isRunning, outcome } = useTestCall(props.target, resource.id, httpMethod);

  const headers = readHeaderLines(headerText);
  const variables = readVariableLines(variableText);
  const [headerLine, variableLine] = [badLine(headers), badLine(variables)];
  const missing = missingVariables(resource.path, values);
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    setWasTried(true);
    if (headerLine !== undefined || variableLine !== undefined || missing.length > 0) return;
    if (isRunning || props.refusedReason !== undefined) return;
    void run({
      path: fillPath(resource.path, values, query),
      headers: headers as HeaderValues,
      body,
      stageVariables: variables as Readonly<Record<string, string>>,
    });
  };
  const lineError = (line: number | undefined) => (line === undefined ? undefined : t('badLine', { line }));
  return (
    <div className="flex flex-col gap-16 desktop:flex-row">
      <form
        noValidate
        onSubmit={handleSubmit}
        className="flex shrink-0 flex-col gap-12 desktop:w-nav"
        aria-label={t('run')}
      >
        {pathVariables(resource.path).map((name) => (
          <TextField
            key={name}
            label={t('path', { name })}
            mono
            error={wasTried && missing.includes(name) ? t('pathMissing') : undefined}
            value={values[name] ?? ''}
            onChange={(event) => setValues({ ...values, [name]: event.target.value })}
          />
        ))}
        <TextField
          label={t('query')}
          mono
          hint={t('queryHint', { example: 'a=1&b=2' })}
          value={query}
          onChange={(event) => setQuery(event.target.value)}
        />
        <TextAreaField
          label={t('headers')}
          rows={3}
          mono
          hint={t('headersHint')}
          error={lineError(headerLine)}
          value={headerText}
          onChange={(event) => setHeaderText(event.target.value)}
        />
        <TextAreaField
          label={t('variables')}
          rows={2}
          mono
          hint={t('variablesHint')}
          error={lineError(variableLine)}
          value={variableText}
          onChange={(event) => setVariableText(event.target.value)}
        />
        {httpMethod !== 'GET' && httpMethod !== 'HEAD' && (
          <TextAreaField
            label={t('body')}
            rows={5}
            mono
            value={body}
            onChange={(event) => setBody(event.target.value)}
          />
        )}
        <Button
          type="submit"
          pending={isRunning}
          disabledReason={props.refusedReason}
          icon={<Play aria-hidden size={16} strokeWidth={1.75} />}
        >
          {t('run')}
        </Button>
        <p className="text-12 text-muted">{t('note')}</p>
      </form>
      <TestResult outcome={outcome} isRunning={isRunning} />
    </div>
  );
}
