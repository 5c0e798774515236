import {
  CircleCheck,
  CircleHelp,
  CirclePause,
  CircleX,
  Loader,
  type LucideIcon,
  OctagonPause,
  ShieldX,
  TriangleAlert,
} from 'lucide-react';
import type { ReactNode } from 'react';

export type StatusLook =
  'success' | 'progress' | 'paused' | 'throttled' | 'warning' | 'denied' | 'danger' | 'unknown';

const looks: Record<StatusLook, { icon: LucideIcon; solid: string; text: string }> = {
  success: { icon: CircleCheck, solid: 'text-success-solid', text: 'text-success-text' },
  progress: { icon: Loader, solid: 'text-info-solid animate-spin', text: 'text-info-text' },
  paused: { icon: CirclePause, solid: 'text-neutral-solid', text: 'text-neutral-text' },
  throttled: { icon: OctagonPause, solid: 'text-warning-solid', text: 'text-warning-text' },
  warning: { icon: TriangleAlert, solid: 'text-warning-solid', text: 'text-warning-text' },
  denied: { icon: ShieldX, solid: 'text-warning-solid', text: 'text-warning-text' },
  danger: { icon: CircleX, solid: 'text-danger-solid', text: 'text-danger-text' },
  unknown: { icon: CircleHelp, solid: 'text-neutral-solid', text: 'text-neutral-text' },
};

/** A state as icon and word, always both; the shape differs per state, so grey print still tells them apart. */
export function Status(props: { look: StatusLook; tooltip?: string; children: ReactNode }) {
  const { icon: Icon, solid, text } = looks[props.look];
  return (
    <span
      data-tooltip={props.tooltip}
      tabIndex={props.tooltip ? 0 : undefined}
      className={`inline-flex items-center gap-4 align-bottom whitespace-nowrap ${text}`}
    >
      <Icon aria-hidden size={16} strokeWidth={1.75} className={`shrink-0 ${solid}`} />
      {props.children}
    </span>
  );
}
