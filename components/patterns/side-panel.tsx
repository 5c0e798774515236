import type { ReactNode } from 'react';

/** A page beside a panel: review, details, connections. Under 1100 px the panel stands below. */
export function WithSidePanel(props: { panel: ReactNode; children: ReactNode }) {
  return (
    <div className="flex flex-1 flex-col desktop:flex-row">
      <div className="min-w-0 flex-1">{props.children}</div>
      {props.panel}
    </div>
  );
}

/** The panel itself: sunken ground, its own heading, a foot that stays in view. */
export function SidePanel(props: {
  title: string;
  meta?: ReactNode;
  acts?: ReactNode;
  foot?: ReactNode;
  children: ReactNode;
}) {
  return (
    <aside
      aria-label={props.title}
      className="flex shrink-0 flex-col border-edge bg-sunken max-desktop:border-t desktop:w-review desktop:border-l"
    >
      <div className="sticky top-0 flex min-h-0 flex-col desktop:max-h-sheet desktop:min-h-full">
        <div className="flex min-h-0 flex-1 flex-col gap-16 overflow-y-auto px-20 py-16">
          <div className="flex items-center gap-8">
            <h2 className="text-16">{props.title}</h2>
            {props.meta}
            {props.acts && <div className="ml-auto">{props.acts}</div>}
          </div>
          {props.children}
        </div>
        {props.foot && <div className="border-t border-edge bg-surface px-20 py-12">{props.foot}</div>}
      </div>
    </aside>
  );
}
