import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';

/** A folded part of a page; native, so it works before any script. */
export function Disclosure(props: {
  summary: ReactNode;
  meta?: ReactNode;
  open?: boolean;
  children: ReactNode;
}) {
  return (
    <details open={props.open} className="group">
      <summary className="flex w-fit list-none items-center gap-8 rounded-4 font-medium">
        <ChevronRight
          aria-hidden
          size={16}
          strokeWidth={1.75}
          className="shrink-0 text-muted transition-transform group-open:rotate-90"
        />
        {props.summary}
        {props.meta && <span className="text-12 font-regular text-muted">{props.meta}</span>}
      </summary>
      <div className="mt-12 pl-24">{props.children}</div>
    </details>
  );
}
