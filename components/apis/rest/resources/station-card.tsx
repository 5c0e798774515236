import { Pencil } from 'lucide-react';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { ButtonLink } from '@/components/ui/button-link';

/** A line of a station: what, and its value. */
export type Fact = readonly [label: string, value: ReactNode];

/** One station of the method execution: its name leads to its tab, the pencil to its form. */
export function StationCard(props: {
  title: string;
  icon: ReactNode;
  href: string;
  isChosen: boolean;
  facts: readonly Fact[];
  /** In place of facts: why there are none. */
  text?: string;
  edit?: { readonly href: string; readonly label: string; readonly disabledReason: string | undefined };
}) {
  const { edit } = props;
  return (
    <div
      className={`relative flex min-w-0 flex-1 flex-col gap-4 rounded-8 border bg-surface px-12 py-8 shadow-1 ${props.isChosen ? 'border-accent outline-1 outline-accent' : 'border-edge-strong hover:border-edge-control'}`}
    >
      <div className="flex min-h-target items-center gap-8">
        <span className="shrink-0 text-accent">{props.icon}</span>
        <Link
          href={props.href}
          scroll={false}
          aria-current={props.isChosen ? 'step' : undefined}
          className="min-w-0 flex-1 rounded-4 font-medium after:absolute after:inset-0"
        >
          {props.title}
        </Link>
        {edit && (
          <span className="relative z-sticky" data-tooltip={edit.disabledReason ?? edit.label}>
            <ButtonLink
              href={edit.href}
              variant="quiet"
              size="small"
              disabledReason={edit.disabledReason}
              icon={<Pencil aria-hidden size={14} strokeWidth={1.75} />}
            >
              <span className="sr-only">{edit.label}</span>
            </ButtonLink>
          </span>
        )}
      </div>
      {props.text && <p className="text-12 text-muted">{props.text}</p>}
      {props.facts.length > 0 && (
        <dl className="grid grid-cols-pair gap-x-12 gap-y-2 text-12">
          {props.facts.map(([label, value]) => (
            <div key={label} className="contents">
              <dt className="max-w-field-short truncate text-muted">{label}</dt>
              <dd className="min-w-0 truncate">{value}</dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  );
}
