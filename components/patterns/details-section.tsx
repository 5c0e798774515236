import type { ReactNode } from 'react';
import { Card } from '@/components/ui/card';
import { EditLink } from './edit-link';

export interface Detail {
  readonly label: string;
  /** Nothing, or an empty text, is shown as a dash. */
  readonly value?: ReactNode;
  /** Under the value, when it matters. */
  readonly hint?: ReactNode;
  /** Takes a whole line: ARNs, URLs. */
  readonly wide?: boolean;
}

/** A card of labelled values in three columns, with its Edit. */
export function DetailsSection(props: {
  title: string;
  items: readonly Detail[];
  editHref?: string;
  editDisabledReason?: string;
  acts?: ReactNode;
  /** One Note at most: advice with its evidence. */
  note?: ReactNode;
}) {
  const edit = props.editHref && <EditLink href={props.editHref} disabledReason={props.editDisabledReason} />;
  return (
    <Card
      title={props.title}
      acts={edit || props.acts ? [props.acts, edit].filter(Boolean).map(keyed) : undefined}
    >
      <DetailsList items={props.items} />
      {props.note && <div className="mt-16">{props.note}</div>}
    </Card>
  );
}

function keyed(act: ReactNode, index: number) {
  return <span key={index}>{act}</span>;
}

/** The labelled values alone. */
export function DetailsList({ items }: { items: readonly Detail[] }) {
  return (
    <dl className="grid grid-cols-1 gap-keyvalue tablet:grid-cols-2 desktop:grid-cols-3">
      {items.map((item) => (
        <div key={item.label} className={`min-w-0 ${item.wide ? 'col-span-full' : ''}`}>
          <dt className="text-12 text-muted">{item.label}</dt>
          <dd className="mt-2 wrap-anywhere">
            {isNothing(item.value) ? <span className="text-muted">–</span> : item.value}
            {item.hint && <div className="text-12 text-muted">{item.hint}</div>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function isNothing(value: ReactNode): boolean {
  return value === undefined || value === null || value === '' || value === false;
}
