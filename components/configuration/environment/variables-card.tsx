'use client';

import { Eye, EyeOff } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { EditLink } from '@/components/patterns/edit-link';
import { EmptyLine } from '@/components/patterns/empty';
import { Failure } from '@/components/patterns/failure';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Chip } from '@/components/ui/chip';
import { CopyButton } from '@/components/ui/copy-button';
import { IconButton } from '@/components/ui/icon-button';
import { Progress } from '@/components/ui/progress';
import { Cell, HeaderCell, Row, Table } from '@/components/ui/table';
import { looksSecret, variablesBytesMax } from '@/lib/domain/variables';
import { routes, type Place } from '@/lib/routes';
import { formatBytes } from '@/lib/shared/bytes';
import { useRevealed } from './use-revealed';

/** Names of the environment variables; each value stays masked until a developer asks for it. */
export function VariablesCard(props: {
  place: Place;
  functionName: string;
  /** A version or an alias; undefined for $LATEST. */
  qualifier: string | undefined;
  keys: readonly string[];
  bytes: number;
  /** Why the role of whoever is signed in may neither see nor change values. */
  refusedReason: string | undefined;
  /** Why they cannot be changed: a role, a published version. */
  editDisabledReason: string | undefined;
}) {
  const t = useTranslations('configuration.environment');
  const { place, functionName, keys, bytes, refusedReason } = props;
  const { revealed, error, isPending, reveal } = useRevealed(place, functionName, props.qualifier);
  const [shown, setShown] = useState<ReadonlySet<string>>(new Set());
  const isAllShown = keys.length > 0 && keys.every((key) => shown.has(key));

  const show = (wanted: readonly string[]) => {
    const missing = wanted.filter((key) => !(key in revealed));
    const next = () => setShown((before) => new Set([...before, ...wanted]));
    if (missing.length === 0) next();
    else reveal(missing.length === keys.length ? undefined : missing, next);
  };
  const hide = (wanted: readonly string[]) =>
    setShown((before) => new Set([...before].filter((key) => !wanted.includes(key))));

  return (
    <Card
      title={t('title')}
      meta={`(${keys.length})`}
      flush={keys.length > 0}
      acts={
        <>
          {keys.length > 0 && (
            <Button
              size="small"
              pending={isPending}
              disabledReason={refusedReason}
              onClick={() => (isAllShown ? hide(keys) : show(keys))}
            >
              {isAllShown ? t('hideValues') : t('showValues')}
            </Button>
          )}
          <EditLink
            href={routes.editConfiguration(place, functionName, 'environment')}
            disabledReason={props.editDisabledReason}
          />
        </>
      }
    >
      {error && (
        <div className="p-16">
          <Failure error={error} title={t('notShown')} compact onRetry={() => show(keys)} />
        </div>
      )}
      {keys.length === 0 ? (
        <EmptyLine>{t('none')}</EmptyLine>
      ) : (
        <>
          <Table caption={t('title')}>
            <thead>
              <tr>
                <HeaderCell>{t('key')}</HeaderCell>
                <HeaderCell>{t('value')}</HeaderCell>
                <HeaderCell align="end">
                  <span className="sr-only">{t('acts')}</span>
                </HeaderCell>
              </tr>
            </thead>
            <tbody>
              {keys.map((key) => (
                <VariableRow
                  key={key}
                  name={key}
                  value={shown.has(key) ? revealed[key] : undefined}
                  refusedReason={refusedReason}
                  isPending={isPending}
                  onToggle={() => (shown.has(key) ? hide([key]) : show([key]))}
                />
              ))}
            </tbody>
          </Table>
          <div className="border-t border-edge px-16 py-12">
            <Progress
              label={t('size')}
              value={bytes}
              max={variablesBytesMax}
              text={t('sizeOf', { size: formatBytes(bytes), max: formatBytes(variablesBytesMax) })}
            />
          </div>
        </>
      )}
    </Card>
  );
}

function VariableRow(props: {
  name: string;
  /** Undefined while masked. */
  value: string | undefined;
  refusedReason: string | undefined;
  isPending: boolean;
  onToggle: () => void;
}) {
  const t = useTranslations('configuration.environment');
  const { name, value } = props;
  return (
    <Row>
      <Cell header>
        <span className="flex flex-wrap items-center gap-8">
          <code className="text-13 wrap-anywhere">{name}</code>
          {looksSecret(name) && <Chip tooltip={t('secretHint')}>{t('looksSecret')}</Chip>}
        </span>
      </Cell>
      <Cell>
        {value === undefined ? (
          <span className="text-muted">
            <span aria-hidden>••••••••</span>
            <span className="sr-only">{t('masked')}</span>
          </span>
        ) : (
          <code className="text-13 wrap-anywhere whitespace-pre-wrap">
            {value || <i>{t('emptyValue')}</i>}
          </code>
        )}
      </Cell>
      <Cell align="end">
        <span className="flex justify-end gap-4">
          {value !== undefined && <CopyButton text={value} label={t('copyValue', { key: name })} />}
          <IconButton
            size="small"
            label={t(value === undefined ? 'showValue' : 'hideValue', { key: name })}
            disabledReason={props.refusedReason}
            disabled={props.isPending}
            onClick={props.onToggle}
          >
            {value === undefined ? (
              <Eye aria-hidden size={16} strokeWidth={1.75} />
            ) : (
              <EyeOff aria-hidden size={16} strokeWidth={1.75} />
            )}
          </IconButton>
        </span>
      </Cell>
    </Row>
  );
}
