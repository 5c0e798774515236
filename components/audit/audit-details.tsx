import { DetailsList } from '@/components/patterns/details-section';
import type { AuditRow } from '@/lib/queries/audit';

export interface AuditDetailsWords {
  readonly details: string;
  readonly requestId: string;
  readonly region: string;
  readonly kind: string;
  readonly record: string;
  readonly user: string;
  readonly resource: string;
  readonly operation: string;
  readonly connection: string;
  readonly noDetails: string;
}

function textOf(value: AuditRow['details'][string]): string {
  return typeof value === 'object' && value !== null ? value.join(', ') : String(value);
}

/** Everything one record says. */
export function AuditDetails({ row, words }: { row: AuditRow; words: AuditDetailsWords }) {
  const facts = Object.entries(row.details);
  return (
    <div className="flex flex-col gap-16">
      <DetailsList
        items={[
          { label: words.record, value: `${row.id} · ${row.at}` },
          { label: words.user, value: `${row.actor.name} (${row.actor.role})` },
          { label: words.resource, value: row.target },
          {
            label: words.operation,
            value: row.operation && <code className="text-12">{row.operation}</code>,
          },
          { label: words.connection, value: row.connectionName },
          { label: words.region, value: row.place?.region },
          { label: words.kind, value: row.kind },
          {
            label: words.requestId,
            value: row.requestId && <code className="text-12">{row.requestId}</code>,
          },
        ]}
      />
      <div>
        <p className="text-12 text-muted">{words.details}</p>
        {facts.length === 0 ? (
          <p className="mt-2">{words.noDetails}</p>
        ) : (
          <dl className="mt-4 flex flex-col gap-2 rounded-6 border border-edge bg-surface p-12 font-mono text-12">
            {facts.map(([name, value]) => (
              <div key={name} className="flex flex-wrap gap-x-8">
                <dt className="text-muted">{name}</dt>
                <dd className="wrap-anywhere">{textOf(value)}</dd>
              </div>
            ))}
          </dl>
        )}
      </div>
    </div>
  );
}
