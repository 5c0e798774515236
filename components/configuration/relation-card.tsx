import type { ReactNode } from 'react';
import { EmptyLine } from '@/components/patterns/empty';
import { ButtonLink } from '@/components/ui/button-link';
import { Card } from '@/components/ui/card';

/** A card of what a function is tied to: how many, a way to add one, and what could not be read. */
export function RelationCard(props: {
  title: string;
  count: number;
  add: { label: string; href: string; disabledReason: string | undefined };
  /** What could not be read, above the table. */
  notice: ReactNode;
  /** In place of the table when there is nothing. */
  emptyText: string;
  children: ReactNode;
}) {
  const isEmpty = props.count === 0;
  return (
    <Card
      title={props.title}
      meta={`(${props.count})`}
      flush={!isEmpty}
      acts={
        <ButtonLink
          href={props.add.href}
          size="small"
          shortcut="edit"
          disabledReason={props.add.disabledReason}
        >
          {props.add.label}
        </ButtonLink>
      }
    >
      {props.notice && <div className={isEmpty ? '' : 'p-16'}>{props.notice}</div>}
      {isEmpty ? <EmptyLine>{props.emptyText}</EmptyLine> : props.children}
    </Card>
  );
}
