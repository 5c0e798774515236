'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { Button } from '@/components/ui/button';
import { Disclosure } from '@/components/ui/disclosure';
import { SelectField } from '@/components/ui/select-field';
import { TextField } from '@/components/ui/text-field';
import { headerProblem } from '@/lib/domain/api-request';
import type { SocketRequest } from '@/lib/domain/api-socket';
import { PairRows } from '../../runner/pair-rows';
import { filledPairs, type PairRow } from '../../runner/request-draft';
import type { SocketState } from './use-socket';

/** Stage and options of a connection, with Connect or Disconnect. */
export function ConnectForm(props: {
  stages: readonly string[];
  stage: string | undefined;
  state: SocketState;
  refusedReason: string | undefined;
  onConnect: (request: SocketRequest) => void;
  onDisconnect: () => void;
}) {
  const t = useTranslations('socketClient');
  const runner = useTranslations('apiRunner');
  const [stage, setStage] = useState(props.stage ?? props.stages[0] ?? '');
  const [auth, setAuth] = useState<'none' | 'iam'>('none');
  const [protocols, setProtocols] = useState('');
  const [query, setQuery] = useState<readonly PairRow[]>([]);
  const [headers, setHeaders] = useState<readonly PairRow[]>([]);
  const isUp = props.state === 'open' || props.state === 'connecting';
  const isBad = ({ name, value }: PairRow) =>
    name.trim() !== '' && headerProblem([name.trim(), value]) !== undefined;
  const badHeader = headers.find(isBad);
  const connect = () =>
    props.onConnect({
      stage,
      auth,
      query: filledPairs(query),
      headers: filledPairs(headers),
      protocols: protocols
        .split(',')
        .map((part) => part.trim())
        .filter(Boolean),
    });
  return (
    <div className="flex flex-col gap-12 border-b border-edge p-16">
      <div className="flex flex-wrap items-end gap-12">
        <SelectField
          label={t('stage')}
          className="min-w-field-short flex-1"
          placeholder={t('stagePlaceholder')}
          options={props.stages.map((name) => ({ value: name, label: name }))}
          value={stage}
          disabled={isUp}
          onValueChange={setStage}
        />
        {isUp ? (
          <Button onClick={props.onDisconnect}>{t('disconnect')}</Button>
        ) : (
          <Button
            variant="primary"
            disabledReason={
              props.refusedReason ??
              (stage === '' ? t('stagePlaceholder') : undefined) ??
              (badHeader && runner('problem.header', { name: badHeader.name }))
            }
            onClick={connect}
          >
            {t('connect')}
          </Button>
        )}
      </div>
      <Disclosure summary={t('more')}>
        <div className="flex flex-col gap-12">
          <PairRows title={runner('query')} addLabel={runner('addQuery')} rows={query} onChange={setQuery} />
          <PairRows
            title={runner('headers')}
            addLabel={runner('addHeader')}
            rows={headers}
            onChange={setHeaders}
            isBad={isBad}
          />
          <TextField
            label={t('protocols')}
            optional
            mono
            hint={t('protocolsHint')}
            value={protocols}
            onChange={(event) => setProtocols(event.target.value)}
          />
          <SelectField
            label={t('auth')}
            options={[
              { value: 'none', label: t('auths.none') },
              { value: 'iam', label: t('auths.iam') },
            ]}
            value={auth}
            onValueChange={(value) => setAuth(value === 'iam' ? 'iam' : 'none')}
          />
        </div>
      </Disclosure>
    </div>
  );
}
