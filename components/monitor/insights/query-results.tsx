'use client';

import { ChevronDown, ChevronRight, Download } from 'lucide-react';
import { Fragment, type ReactNode, useId, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { EmptyLine } from '@/components/patterns/empty';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Cell, HeaderCell, Row, Table } from '@/components/ui/table';
import { insightsRowsMax, type InsightsRow } from '@/lib/domain/insights';
import { columnsOf, toCsv, valueOf } from '@/lib/domain/insights-rows';
import type { Place } from '@/lib/routes';
import { LogRecord } from './log-record';

/** Rows at first, and with every press of the button below them. */
const rowsAStep = 100;

/** The rows of a query; a row that is an event opens to all its fields. */
export function QueryResults(props: {
  place: Place;
  functionName: string;
  rows: readonly InsightsRow[];
  meta: ReactNode;
  emptyText: string;
}) {
  const t = useTranslations('insights');
  const { rows } = props;
  const [shown, setShown] = useState({ rows, count: rowsAStep });
  // Another result begins at its top.
  const count = shown.rows === rows ? shown.count : rowsAStep;
  if (rows.length === 0) {
    return (
      <Card title={t('results')} meta={props.meta}>
        <EmptyLine>{props.emptyText}</EmptyLine>
      </Card>
    );
  }
  const columns = columnsOf(rows);
  const hasRecords = rows.some((row) => valueOf(row, '@ptr') !== undefined);
  return (
    <Card
      title={t('results')}
      meta={props.meta}
      flush
      acts={
        <Button
          size="small"
          icon={<Download aria-hidden size={16} strokeWidth={1.75} />}
          onClick={() => download(toCsv(rows))}
        >
          {t('csv')}
        </Button>
      }
    >
      <Table caption={t('results')}>
        <thead>
          <tr>
            {hasRecords && (
              <HeaderCell>
                <span className="sr-only">{t('details')}</span>
              </HeaderCell>
            )}
            {columns.map((name) => (
              <HeaderCell key={name}>
                <code className="text-12">{name}</code>
              </HeaderCell>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, count).map((row, index) => (
            <ResultRow
              key={valueOf(row, '@ptr') ?? index}
              place={props.place}
              functionName={props.functionName}
              row={row}
              number={index + 1}
              columns={columns}
              hasRecords={hasRecords}
            />
          ))}
        </tbody>
      </Table>
      <p className="flex flex-wrap items-center gap-12 px-16 py-8 text-12 text-muted">
        {t('rowCount', { count: rows.length })}
        {rows.length >= insightsRowsMax && ` · ${t('firstRows', { max: insightsRowsMax })}`}
        {count < rows.length && (
          <Button variant="link" size="small" onClick={() => setShown({ rows, count: count + rowsAStep })}>
            {t('more', { count: Math.min(rowsAStep, rows.length - count) })}
          </Button>
        )}
      </p>
    </Card>
  );
}

function ResultRow(props: {
  place: Place;
  functionName: string;
  row: InsightsRow;
  number: number;
  columns: readonly string[];
  hasRecords: boolean;
}) {
  const t = useTranslations('insights');
  const [isOpen, setIsOpen] = useState(false);
  const id = useId();
  const { row, columns, number } = props;
  const pointer = valueOf(row, '@ptr');
  const Icon = isOpen ? ChevronDown : ChevronRight;
  return (
    <Fragment>
      <Row>
        {props.hasRecords && (
          <Cell>
            {pointer !== undefined && (
              <button
                type="button"
                aria-label={t('open', { number })}
                aria-expanded={isOpen}
                aria-controls={isOpen ? id : undefined}
                onClick={() => setIsOpen(!isOpen)}
                className="flex size-24 items-center justify-center rounded-4 text-muted hover:text-text"
              >
                <Icon aria-hidden size={16} strokeWidth={1.75} />
              </button>
            )}
          </Cell>
        )}
        {columns.map((name) => (
          <Cell key={name}>
            <Value name={name} value={valueOf(row, name) ?? t('noValue')} />
          </Cell>
        ))}
      </Row>
      {isOpen && pointer !== undefined && (
        <tr id={id} className="border-b border-edge bg-sunken">
          <td colSpan={columns.length + 1} className="px-cell py-12">
            <LogRecord
              place={props.place}
              functionName={props.functionName}
              pointer={pointer}
              label={t('record', { number })}
            />
          </td>
        </tr>
      )}
    </Fragment>
  );
}

/** Figures and times stay on one line; a message is cut, for its record has all of it. */
function Value({ name, value }: { name: string; value: string }) {
  if (value.length <= 40) return <span className="whitespace-nowrap tabular-nums">{value}</span>;
  const look = name === '@message' ? 'min-w-menu' : 'max-w-field';
  return <code className={`line-clamp-2 text-12 wrap-anywhere ${look}`}>{value}</code>;
}

function download(text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = 'query-results.csv';
  link.click();
  // The browser reads it after this turn.
  setTimeout(() => URL.revokeObjectURL(url));
}
