import type { ReactNode } from 'react';

/** One setting: name and hint at the start, control at the end; below each other where room is short. */
export function Setting(props: { label: string; hint?: string; children: ReactNode }) {
  return (
    <div className="flex flex-wrap items-start justify-between gap-x-24 gap-y-8">
      <div className="max-w-field">
        <p className="font-medium">{props.label}</p>
        {props.hint && <p className="text-12 text-muted">{props.hint}</p>}
      </div>
      {props.children}
    </div>
  );
}
