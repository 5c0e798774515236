import Link from 'next/link';
import type { ReactNode } from 'react';

export interface Way {
  readonly title: string;
  readonly text: string;
  readonly href: string;
  readonly icon: ReactNode;
}

/** Nothing here yet: what it is, why it is empty, one act, up to three ways in. */
export function Empty(props: {
  title: string;
  /** 1 where the page has no other heading. Default 2. */
  level?: 1 | 2;
  text: ReactNode;
  picture?: ReactNode;
  /** One primary button, and at most one beside it. */
  acts?: ReactNode;
  ways?: readonly Way[];
}) {
  const Heading = props.level === 1 ? 'h1' : 'h2';
  return (
    <div className="mx-auto flex max-w-settings flex-col items-center gap-24 px-inset py-40 text-center">
      {props.picture}
      <div className="max-w-field">
        <Heading className="text-18">{props.title}</Heading>
        <p className="mt-4 text-pretty text-muted">{props.text}</p>
      </div>
      {props.acts && <div className="flex flex-wrap justify-center gap-8">{props.acts}</div>}
      {props.ways && (
        <ul className="grid w-full gap-12 text-left tablet:auto-cols-fr tablet:grid-flow-col">
          {props.ways.map((way) => (
            <li key={way.href}>
              <Link
                href={way.href}
                className="flex h-full items-start gap-12 rounded-8 border border-edge-strong p-12 hover:bg-hover"
              >
                <span className="grid size-32 shrink-0 place-items-center rounded-6 bg-neutral-ground text-neutral-text">
                  {way.icon}
                </span>
                <span>
                  <span className="block font-medium">{way.title}</span>
                  <span className="block text-12 text-muted">{way.text}</span>
                </span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** Nothing in a part of a page: one line and at most one link. */
export function EmptyLine({ children }: { children: ReactNode }) {
  return <p className="py-8 text-muted">{children}</p>;
}
