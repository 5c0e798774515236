'use client';

import { useState, useTransition } from 'react';
import { useTranslations } from 'use-intl/react';
import { CodeBlock } from '@/components/patterns/code-block';
import { DetailsList } from '@/components/patterns/details-section';
import { Failure } from '@/components/patterns/failure';
import { JsonText } from '@/components/patterns/json-text';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Note } from '@/components/ui/note';
import { TextAreaField } from '@/components/ui/text-area-field';
import { TextField } from '@/components/ui/text-field';
import { testRestAuthorizerAction, type AuthorizerAnswer } from '@/lib/actions/rest-apis/test-authorizer';
import type { ActionResult } from '@/lib/domain/console-error';
import { isNarrowPolicy } from '@/lib/domain/rest-api/narrow-policy';
import type { RestAuthorizer } from '@/lib/domain/rest-api/parts';
import {
  badLine,
  readHeaderLines,
  readVariableLines,
  type HeaderValues,
} from '@/lib/domain/rest-api/test-call';
import type { RestTarget } from '../rest-hrefs';

/** Asks an authorizer as a call would, and shows what it decided. */
export function TestAuthorizer(props: {
  target: RestTarget;
  authorizer: Pick<RestAuthorizer, 'id' | 'name' | 'type' | 'identitySource' | 'ttlSeconds'>;
  refusedReason: string | undefined;
}) {
  const t = useTranslations('restTest');
  const common = useTranslations('ui');
  const { target, authorizer } = props;
  const [isOpen, setIsOpen] = useState(false);
  const header = /^method\.request\.header\.([^,]+)/.exec(authorizer.identitySource)?.[1] ?? 'Authorization';
  const [token, setToken] = useState('');
  const [headerText, setHeaderText] = useState('');
  const [variableText, setVariableText] = useState('');
  const [query, setQuery] = useState('');
  const [outcome, setOutcome] = useState<ActionResult<AuthorizerAnswer>>();
  const [isPending, startTransition] = useTransition();
  const isRequest = authorizer.type === 'REQUEST';
  const headers = readHeaderLines(headerText);
  const variables = readVariableLines(variableText);
  const lines = [badLine(headers), badLine(variables)] as const;
  const lineError = (line: number | undefined) => (line === undefined ? undefined : t('badLine', { line }));
  const handleSubmit = () => {
    if (lines.some((line) => line !== undefined) || isPending) return;
    startTransition(async () => {
      const path = query.trim() === '' ? '' : `/?${query.trim().replace(/^\?/, '')}`;
      const sent: HeaderValues = isRequest ? (headers as HeaderValues) : { [header]: [token.trim()] };
      setOutcome(
        await testRestAuthorizerAction({
          ...target,
          id: authorizer.id,
          headers: sent,
          path,
          stageVariables: variables,
        }),
      );
    });
  };
  return (
    <>
      <Button size="small" disabledReason={props.refusedReason} onClick={() => setIsOpen(true)}>
        <span className="sr-only">{`${t('authorizer.title')} ${authorizer.name}`}</span>
        <span aria-hidden>{t('run')}</span>
      </Button>
      <Dialog
        open={isOpen}
        onOpenChange={setIsOpen}
        title={t('authorizer.title')}
        description={authorizer.name}
        onSubmit={handleSubmit}
        footer={
          <>
            <Button onClick={() => setIsOpen(false)}>{common('close')}</Button>
            <Button type="submit" variant="primary" pending={isPending}>
              {t('run')}
            </Button>
          </>
        }
      >
        {isRequest ? (
          <>
            <TextAreaField
              label={t('headers')}
              rows={3}
              mono
              hint={t('headersHint')}
              error={lineError(lines[0])}
              value={headerText}
              onChange={(event) => setHeaderText(event.target.value)}
            />
            <TextField
              label={t('query')}
              mono
              value={query}
              onChange={(event) => setQuery(event.target.value)}
            />
            <TextAreaField
              label={t('variables')}
              rows={2}
              mono
              hint={t('variablesHint')}
              error={lineError(lines[1])}
              value={variableText}
              onChange={(event) => setVariableText(event.target.value)}
            />
          </>
        ) : (
          <TextField
            label={t('authorizer.token')}
            mono
            hint={authorizer.type === 'COGNITO_USER_POOLS' ? t('authorizer.idToken') : header}
            value={token}
            onChange={(event) => setToken(event.target.value)}
          />
        )}
        {outcome && !outcome.ok && (
          <Failure error={outcome.error} title={t('failed')} compact onRetry={null} />
        )}
        {outcome?.ok && <Answer answer={outcome.data} ttlSeconds={authorizer.ttlSeconds} />}
      </Dialog>
    </>
  );
}

function Answer({ answer, ttlSeconds }: { answer: AuthorizerAnswer; ttlSeconds: number }) {
  const t = useTranslations('restTest');
  const isAllowed = answer.status === 0 || answer.status === 200;
  const claims = Object.keys(answer.claims).length > 0 ? JSON.stringify(answer.claims) : '';
  return (
    <section aria-label={t('result')} className="flex flex-col gap-12">
      <Note tone={isAllowed ? 'success' : 'warning'}>
        {isAllowed ? t('authorizer.allowed') : t('authorizer.refused', { status: answer.status })}
      </Note>
      {isAllowed && ttlSeconds > 0 && isNarrowPolicy(answer.policy) && (
        <Note tone="warning">{t('authorizer.narrow', { seconds: ttlSeconds })}</Note>
      )}
      <DetailsList
        items={[
          { label: t('authorizer.principal'), value: answer.principalId },
          {
            label: t('latency'),
            value: t('ms', { value: answer.latencyMs.toLocaleString('en-US') }),
          },
        ]}
      />
      {answer.policy && <JsonText text={answer.policy} title={t('authorizer.policy')} />}
      {claims && <JsonText text={claims} title={t('authorizer.claims')} />}
      <CodeBlock text={answer.log} title={t('log')} copyLabel={t('copyLog')} wrap />
    </section>
  );
}
