'use client';

import type { ComponentProps, MouseEvent, ReactNode } from 'react';
import { type ButtonSize, type ButtonVariant, buttonClass } from './button-style';
import { Spinner } from './spinner';

/** A button that is only an icon; `label` is its name and its tooltip. */
export function IconButton({
  label,
  variant = 'quiet',
  size,
  pending = false,
  disabledReason,
  disabled,
  className = '',
  children,
  onClick,
  ...rest
}: Omit<ComponentProps<'button'>, 'aria-label'> & {
  label: string;
  variant?: ButtonVariant;
  size?: ButtonSize;
  pending?: boolean;
  disabledReason?: string;
  children: ReactNode;
}) {
  const isHeld = pending || Boolean(disabledReason);
  const handleClick = (event: MouseEvent<HTMLButtonElement>) => {
    if (isHeld) event.preventDefault();
    else onClick?.(event);
  };
  return (
    <button
      type="button"
      {...rest}
      disabled={disabled}
      aria-label={label}
      aria-disabled={isHeld || undefined}
      data-tooltip={disabledReason ?? label}
      onClick={handleClick}
      className={`${buttonClass({ variant, size, iconOnly: true, isOff: disabled === true || Boolean(disabledReason) })} ${className}`}
    >
      {pending ? <Spinner /> : children}
    </button>
  );
}
