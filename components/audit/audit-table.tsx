import { ChevronDown, ChevronRight } from 'lucide-react';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { Chip } from '@/components/ui/chip';
import { Status, type StatusLook } from '@/components/ui/status';
import type { AuditFilters, AuditRow } from '@/lib/queries/audit';
import { AuditDetails, type AuditDetailsWords } from './audit-details';
import { auditLink } from './audit-link';

export interface AuditTableWords extends AuditDetailsWords {
  readonly caption: string;
  readonly time: string;
  readonly user: string;
  readonly action: string;
  readonly resource: string;
  readonly result: string;
  readonly actionOf: (row: AuditRow) => string;
  readonly outcomeOf: (row: AuditRow) => string;
  readonly timeOf: (row: AuditRow) => ReactNode;
  readonly toggleOf: (row: AuditRow, isOpen: boolean) => string;
}

const looks: Record<AuditRow['outcome'], StatusLook> = { ok: 'success', refused: 'denied', failed: 'danger' };
const head = 'h-row-header border-b border-edge-strong px-cell text-left text-12 font-medium text-muted';
const cell = 'h-row px-cell py-4';
const columnCount = 8;

/** Who did what to which thing, newest first. The open row's number is in the address. */
export function AuditTable(props: {
  rows: readonly AuditRow[];
  filters: AuditFilters;
  openId?: number;
  words: AuditTableWords;
}) {
  const { words } = props;
  return (
    <div className="overflow-x-auto px-inset pb-16">
      <table className="w-full border-collapse">
        <caption className="sr-only">{words.caption}</caption>
        <thead>
          <tr>
            <th scope="col" className="w-32 border-b border-edge-strong">
              <span className="sr-only">{words.details}</span>
            </th>
            <th scope="col" className={head}>
              {words.time}
            </th>
            <th scope="col" className={`${head} max-tablet:hidden`}>
              {words.user}
            </th>
            <th scope="col" className={head}>
              {words.action}
            </th>
            <th scope="col" className={`${head} max-tablet:hidden`}>
              {words.resource}
            </th>
            <th scope="col" className={`${head} max-desktop:hidden`}>
              {words.operation}
            </th>
            <th scope="col" className={head}>
              {words.result}
            </th>
            <th scope="col" className={`${head} max-desktop:hidden`}>
              {words.connection}
            </th>
          </tr>
        </thead>
        {props.rows.map((row) => (
          <RecordRows key={row.id} row={row} isOpen={row.id === props.openId} {...props} />
        ))}
      </table>
    </div>
  );
}

function RecordRows(props: {
  row: AuditRow;
  isOpen: boolean;
  filters: AuditFilters;
  words: AuditTableWords;
}) {
  const { row, isOpen, words } = props;
  const Arrow = isOpen ? ChevronDown : ChevronRight;
  return (
    <tbody className={isOpen ? 'bg-sunken' : 'hover:bg-hover'}>
      <tr className={isOpen ? '' : 'border-b border-edge'}>
        <td className="h-row w-32">
          <Link
            href={auditLink(props.filters, isOpen ? undefined : row.id)}
            scroll={false}
            aria-expanded={isOpen}
            aria-label={words.toggleOf(row, isOpen)}
            className="grid size-32 place-items-center rounded-6 text-muted hover:text-text"
          >
            <Arrow aria-hidden size={16} strokeWidth={1.75} />
          </Link>
        </td>
        <td className={`${cell} whitespace-nowrap tabular-nums`}>{words.timeOf(row)}</td>
        <td className={`${cell} max-tablet:hidden`}>
          <span className="inline-flex items-center gap-8">
            {row.actor.name}
            <Chip>{row.actor.role}</Chip>
          </span>
        </td>
        <td className={cell}>{words.actionOf(row)}</td>
        <td className={`${cell} max-w-search truncate max-tablet:hidden`}>{row.target ?? '–'}</td>
        <td className={`${cell} max-desktop:hidden`}>
          <code className="text-12 text-muted">{row.operation ?? '–'}</code>
        </td>
        <td className={cell}>
          <Status look={looks[row.outcome]}>{words.outcomeOf(row)}</Status>
        </td>
        <td className={`${cell} max-desktop:hidden`}>{row.connectionName ?? '–'}</td>
      </tr>
      {isOpen && (
        <tr className="border-b border-edge">
          <td />
          <td colSpan={columnCount - 1} className="px-cell pb-16">
            <AuditDetails row={row} words={words} />
          </td>
        </tr>
      )}
    </tbody>
  );
}
