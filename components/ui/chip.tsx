import type { ReactNode } from 'react';
import { type Tone, toneClass } from './tone';

/** A word or value that qualifies the thing beside it. Never a control. */
export function Chip(props: {
  tone?: Tone;
  mono?: boolean;
  icon?: ReactNode;
  tooltip?: string;
  children: ReactNode;
}) {
  return (
    <span
      data-tooltip={props.tooltip}
      tabIndex={props.tooltip ? 0 : undefined}
      className={`inline-flex items-center gap-4 rounded-4 border px-4 py-px align-bottom text-12 font-medium whitespace-nowrap ${props.mono ? 'font-mono' : ''} ${toneClass[props.tone ?? 'neutral']}`}
    >
      {props.icon}
      {props.children}
    </span>
  );
}
