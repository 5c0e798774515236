import clsx from 'clsx';
import type { ComponentProps } from 'react';

/** Classes of everything that takes typed input. */
export function inputClass(options: { mono?: boolean; changed?: boolean; invalid?: boolean } = {}): string {
  return clsx(
    'w-full min-w-0 rounded-6 border bg-surface px-12 text-text outline-offset-0 transition-colors',
    'read-only:bg-sunken disabled:border-edge-strong disabled:bg-disabled disabled:text-text-disabled',
    'focus-visible:border-focus focus-visible:outline-1',
    options.mono ? 'font-mono text-13' : 'text-14',
    options.invalid ? 'border-danger-solid' : 'border-edge-control',
    options.changed && 'shadow-changed',
  );
}

/** A bare input for rows and toolbars; needs `aria-label`. Forms use TextField. */
export function TextInput({
  mono,
  changed,
  invalid,
  className = '',
  ...rest
}: ComponentProps<'input'> & { mono?: boolean; changed?: boolean; invalid?: boolean }) {
  return (
    <input
      type="text"
      autoComplete="off"
      spellCheck={false}
      {...rest}
      aria-invalid={invalid || undefined}
      className={`h-control read-only:bg-sunken ${inputClass({ mono, changed, invalid })} ${className}`}
    />
  );
}
