'use client';

import { type ReactNode, useId } from 'react';

/** A few short choices side by side; native radio buttons inside, so arrow keys work. */
export function Segmented<Value extends string>(props: {
  label: string;
  options: readonly { value: Value; label: string; icon?: ReactNode }[];
  value: Value;
  onValueChange: (value: Value) => void;
  /** Shares the whole width among the choices. */
  wide?: boolean;
  size?: 'normal' | 'small';
}) {
  const name = useId();
  return (
    <fieldset
      className={`min-w-0 rounded-6 bg-neutral-ground p-2 text-12 font-medium ${props.wide ? 'grid auto-cols-fr grid-flow-col' : 'inline-flex w-fit'}`}
    >
      <legend className="sr-only">{props.label}</legend>
      {props.options.map((option) => (
        <label
          key={option.value}
          className="relative flex min-h-target cursor-pointer items-center justify-center gap-4 rounded-4 border border-transparent px-8 whitespace-nowrap text-muted hover:text-text has-checked:border-edge-strong has-checked:bg-surface has-checked:text-text has-focus-visible:outline-2 has-focus-visible:outline-focus"
        >
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === props.value}
            onChange={() => props.onValueChange(option.value)}
            className="absolute inset-0 cursor-pointer appearance-none opacity-0"
          />
          {option.icon}
          {option.label}
        </label>
      ))}
    </fieldset>
  );
}
