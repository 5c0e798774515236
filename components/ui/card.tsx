import type { ReactNode } from 'react';

/** A framed part of a page with its own heading. */
export function Card(props: {
  title: string;
  /** A figure or words after the title. */
  meta?: ReactNode;
  acts?: ReactNode;
  id?: string;
  /** The content brings its own inset: tables, charts, editors. */
  flush?: boolean;
  children: ReactNode;
}) {
  return (
    <section
      aria-label={props.title}
      id={props.id}
      className="rounded-8 border border-edge-strong bg-surface"
    >
      <div className="flex min-h-40 flex-wrap items-center gap-x-12 gap-y-4 border-b border-edge px-16 py-8">
        <h2 className="text-16">{props.title}</h2>
        {props.meta && <span className="text-muted">{props.meta}</span>}
        {props.acts && <div className="ml-auto flex flex-wrap items-center gap-8">{props.acts}</div>}
      </div>
      <div className={props.flush ? '' : 'p-16'}>{props.children}</div>
    </section>
  );
}
