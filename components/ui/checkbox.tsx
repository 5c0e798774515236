'use client';

import { Check, Minus } from 'lucide-react';
import { type ComponentProps, type ReactNode, useId } from 'react';

/** A native checkbox with its words. Without `label` give it `aria-label`. */
export function Checkbox({
  label,
  description,
  indeterminate = false,
  className = '',
  ...input
}: Omit<ComponentProps<'input'>, 'type'> & {
  label?: ReactNode;
  description?: ReactNode;
  indeterminate?: boolean;
}) {
  const descriptionId = useId();
  const box = (
    <span className="relative inline-grid size-16 shrink-0 place-items-center align-middle">
      <input
        {...input}
        type="checkbox"
        aria-describedby={description ? descriptionId : undefined}
        ref={(element) => {
          if (element) element.indeterminate = indeterminate;
        }}
        className="peer size-16 appearance-none rounded-4 border border-edge-control bg-surface checked:border-accent checked:bg-accent indeterminate:border-accent indeterminate:bg-accent disabled:border-edge-strong disabled:bg-disabled"
      />
      <Mark isMixed={indeterminate} />
    </span>
  );
  if (!label) return box;
  return (
    <span className={`flex flex-wrap items-start gap-x-8 ${className}`}>
      <label className="flex min-h-target items-center gap-8">
        {box}
        <span>{label}</span>
      </label>
      {description && (
        <span id={descriptionId} className="py-2 text-muted max-tablet:pl-24">
          {description}
        </span>
      )}
    </span>
  );
}

function Mark({ isMixed }: { isMixed: boolean }) {
  const look = 'pointer-events-none absolute text-on-accent';
  return isMixed ? (
    <Minus aria-hidden size={12} strokeWidth={3} className={look} />
  ) : (
    <Check aria-hidden size={12} strokeWidth={3} className={`hidden peer-checked:block ${look}`} />
  );
}
