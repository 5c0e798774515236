'use client';

import { type ReactNode, useRef } from 'react';
import { type ButtonSize, type ButtonVariant, buttonClass } from './button-style';
import { usePopup } from './use-popup';

const loadPopup = () => import('./menu-popup').then(({ MenuPopup }) => MenuPopup);

/** One row of a menu. A row leads somewhere (`href`) or does something (`onSelect`). */
export interface MenuItem {
  readonly id: string;
  readonly label: string;
  /** A second line. */
  readonly detail?: string;
  /** Muted, at the end of the line. */
  readonly meta?: string;
  readonly icon?: ReactNode;
  readonly href?: string;
  readonly onSelect?: () => void;
  readonly danger?: boolean;
  readonly checked?: boolean;
  /** Why the row is off; shown below it, and it stays reachable by keyboard. */
  readonly disabledReason?: string;
  /** Key caps at the end, e.g. `['g', 'f']`. */
  readonly keys?: readonly string[];
}
export interface MenuGroup {
  readonly id: string;
  readonly label?: string;
  readonly items: readonly MenuItem[];
}

export interface MenuPopupProps {
  groups: readonly MenuGroup[];
  anchor: HTMLElement | null;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  align?: 'start' | 'end';
  label: string;
}

/**
 * A button that opens a menu. The popup is loaded when the pointer or the focus comes near, so a page pays
 * for menus only when somebody uses one.
 */
export function Menu(props: {
  /** The accessible name; also the text of the button unless `children` replaces it. */
  label: string;
  groups: readonly MenuGroup[];
  variant?: ButtonVariant;
  size?: ButtonSize;
  align?: 'start' | 'end';
  /** Shows only `children` (an icon) in a square button, with the label as tooltip. */
  iconOnly?: boolean;
  /** The children say more than the label; they are the name then. */
  namedByContent?: boolean;
  disabledReason?: string;
  className?: string;
  children?: ReactNode;
}) {
  const trigger = useRef<HTMLButtonElement>(null);
  const { Popup, open, setOpen, show, near } = usePopup<MenuPopupProps>(loadPopup);
  const { disabledReason, iconOnly, className = '' } = props;
  const look = buttonClass({ ...props, isOff: Boolean(disabledReason) });
  return (
    <>
      <button
        ref={trigger}
        type="button"
        aria-haspopup="menu"
        aria-expanded={open}
        aria-label={props.children && !props.namedByContent ? props.label : undefined}
        aria-disabled={disabledReason ? true : undefined}
        data-tooltip={disabledReason ?? (iconOnly ? props.label : undefined)}
        className={`${look} ${className}`}
        {...(disabledReason ? undefined : near)}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown' || disabledReason) return;
          event.preventDefault();
          show();
        }}
      >
        {props.children ?? props.label}
      </button>
      {Popup && (
        <Popup
          groups={props.groups}
          anchor={trigger.current}
          open={open}
          onOpenChange={setOpen}
          align={props.align}
          label={props.label}
        />
      )}
    </>
  );
}
