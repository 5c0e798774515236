import { CircleCheck, CircleX, Info, type LucideIcon, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { solidClass, toneClass } from './tone';

export type NoteTone = 'info' | 'success' | 'warning' | 'danger';

const icons: Record<NoteTone, LucideIcon> = {
  info: Info,
  success: CircleCheck,
  warning: TriangleAlert,
  danger: CircleX,
};

/** Advice or a refusal in place: a bold fact, its evidence, one act at most. */
export function Note(props: { tone: NoteTone; title?: string; act?: ReactNode; children?: ReactNode }) {
  const Icon = icons[props.tone];
  return (
    <div
      className={`flex flex-wrap items-start gap-x-12 gap-y-8 rounded-8 border px-12 py-8 ${toneClass[props.tone]}`}
    >
      <Icon aria-hidden size={16} strokeWidth={1.75} className={`mt-2 shrink-0 ${solidClass[props.tone]}`} />
      <div className="min-w-0 flex-1 text-muted">
        {props.title && <strong className="font-semibold text-text">{props.title} </strong>}
        {props.children}
      </div>
      {props.act}
    </div>
  );
}
