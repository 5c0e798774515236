import type { ComponentProps, ReactNode } from 'react';

/** On or off, at once. A native checkbox with the role of a switch; needs `label` or `aria-label`. */
export function Switch({
  label,
  ...input
}: Omit<ComponentProps<'input'>, 'type' | 'role'> & { label?: ReactNode }) {
  const control = (
    <input
      {...input}
      type="checkbox"
      role="switch"
      className="relative h-16 w-32 shrink-0 appearance-none rounded-full bg-neutral-solid transition-colors before:absolute before:top-2 before:left-2 before:size-12 before:rounded-full before:bg-surface before:transition-transform checked:bg-accent checked:before:translate-x-16 disabled:bg-disabled checked:disabled:bg-accent-edge"
    />
  );
  if (!label) return control;
  return (
    <label className="flex min-h-target items-center gap-8">
      {control}
      <span>{label}</span>
    </label>
  );
}
