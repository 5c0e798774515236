import type { ReactNode } from 'react';

/** One subject of the design page, in both modes side by side. */
export function DesignPart(props: { title: string; stacked?: boolean; children: ReactNode }) {
  return (
    <section aria-label={props.title} className="flex flex-col gap-8">
      <h2 className="text-16">{props.title}</h2>
      <div className={props.stacked ? 'flex flex-col gap-12' : 'grid gap-12 desktop:grid-cols-2'}>
        {(['light', 'dark'] as const).map((mode) => (
          <div key={mode} className={`${mode} rounded-8 border border-edge-strong bg-surface p-16 text-text`}>
            <div className="flex flex-col gap-16">{props.children}</div>
          </div>
        ))}
      </div>
    </section>
  );
}

/** A line of variants. */
export function Line({ children }: { children: ReactNode }) {
  return <div className="flex flex-wrap items-center gap-12">{children}</div>;
}
