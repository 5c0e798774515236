'use client';

import type { ComponentProps, MouseEvent, ReactNode } from 'react';
import { type ButtonSize, type ButtonVariant, buttonClass } from './button-style';
import { Spinner } from './spinner';

export interface ButtonProps extends ComponentProps<'button'> {
  variant?: ButtonVariant;
  size?: ButtonSize;
  icon?: ReactNode;
  iconEnd?: ReactNode;
  /** Shows a spinner and ignores presses; the words stay, so that the width and the name stay. */
  pending?: boolean;
  /** Why the button is off. It stays focusable, and the reason is its tooltip. */
  disabledReason?: string;
}

/** A button. Use one `primary` a page; `danger` only for what destroys. */
export function Button({
  variant,
  size,
  icon,
  iconEnd,
  pending = false,
  disabledReason,
  disabled,
  className = '',
  children,
  onClick,
  ...rest
}: ButtonProps) {
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
      aria-disabled={isHeld || undefined}
      aria-busy={pending || undefined}
      data-tooltip={disabledReason ?? undefined}
      onClick={handleClick}
      className={`${buttonClass({ variant, size, isOff: disabled === true || Boolean(disabledReason) })} ${className}`}
    >
      {pending ? <Spinner /> : icon}
      {children}
      {iconEnd}
    </button>
  );
}
