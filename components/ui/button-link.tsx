import Link from 'next/link';
import type { ReactNode } from 'react';
import { type ButtonSize, type ButtonVariant, buttonClass } from './button-style';

/** A link to another page that looks like a button. With a reason it is off, stays focusable and leads nowhere. */
export function ButtonLink(props: {
  href: string;
  variant?: ButtonVariant;
  size?: ButtonSize;
  icon?: ReactNode;
  disabledReason?: string;
  shortcut?: string;
  className?: string;
  children: ReactNode;
}) {
  const { className = '', disabledReason } = props;
  const classes = `${buttonClass({ ...props, isOff: Boolean(disabledReason) })} ${className}`;
  if (disabledReason) {
    return (
      <span role="link" aria-disabled tabIndex={0} data-tooltip={disabledReason} className={classes}>
        {props.icon}
        {props.children}
      </span>
    );
  }
  return (
    <Link href={props.href} className={classes} data-shortcut={props.shortcut}>
      {props.icon}
      {props.children}
    </Link>
  );
}
