import type { ReactNode } from 'react';
import { Breadcrumbs, type Crumb } from './breadcrumbs';
import { FlashRegion } from './flash';

/** Top of every page: where it is, its name and state, what can be done, and the flashes below. */
export function PageHeader(props: {
  breadcrumbs: readonly Crumb[];
  title: string;
  /** Shown in parentheses after the title. */
  count?: number;
  status?: ReactNode;
  /** Version, alias, a chip. */
  qualifier?: ReactNode;
  /** Small words before the acts: "Fetched 12 s ago". */
  meta?: ReactNode;
  /** Buttons; one primary at most, last. */
  acts?: ReactNode;
  /** A line under the title: overview, description. */
  below?: ReactNode;
  /** TabLinks; they bring the line that closes the header. */
  tabs?: ReactNode;
}) {
  return (
    <header>
      <div className="flex flex-col gap-8 px-inset pt-12">
        <Breadcrumbs crumbs={props.breadcrumbs} />
        <div className="flex min-h-40 flex-wrap items-center gap-x-12 gap-y-8">
          <h1 className="min-w-0 text-20 wrap-anywhere">
            {props.title}
            {props.count !== undefined && (
              <span className="font-regular text-muted"> ({props.count.toLocaleString('en-US')})</span>
            )}
          </h1>
          {props.status}
          {props.qualifier}
          <div className="ml-auto flex flex-wrap items-center gap-12">
            {props.meta && <span className="text-12 text-muted">{props.meta}</span>}
            {props.acts}
          </div>
        </div>
        {props.below}
        <FlashRegion />
      </div>
      {props.tabs ?? <div className="mt-8 border-b border-edge" />}
    </header>
  );
}
