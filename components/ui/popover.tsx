'use client';

import dynamic from 'next/dynamic';
import {
  cloneElement,
  type MouseEvent,
  type ReactElement,
  type ReactNode,
  type Ref,
  useRef,
  useState,
} from 'react';
import { useWasTrue } from './use-was-true';

const PopoverPopup = dynamic(() => import('./popover-popup').then((module) => module.PopoverPopup));

interface TriggerProps {
  ref?: Ref<HTMLButtonElement>;
  onClick?: (event: MouseEvent<HTMLButtonElement>) => void;
  onPointerEnter?: () => void;
  'aria-haspopup'?: 'dialog';
  'aria-expanded'?: boolean;
}

export interface PopoverProps {
  /** A Button or IconButton element. */
  trigger: ReactElement<TriggerProps>;
  title?: string;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  align?: 'start' | 'center' | 'end';
  footer?: ReactNode;
  children: ReactNode;
}

/** A small non-modal panel at its trigger; loaded when the pointer comes near or it is opened. */
export function Popover(props: PopoverProps) {
  const anchor = useRef<HTMLButtonElement>(null);
  const [ownOpen, setOwnOpen] = useState(false);
  const [isNear, setIsNear] = useState(false);
  const open = props.open ?? ownOpen;
  const isLoaded = useWasTrue(open || isNear);
  const change = (next: boolean) => {
    setOwnOpen(next);
    props.onOpenChange?.(next);
  };
  return (
    <>
      {cloneElement(props.trigger, {
        ref: anchor,
        'aria-haspopup': 'dialog',
        'aria-expanded': open,
        onPointerEnter: () => setIsNear(true),
        onClick: () => change(!open),
      })}
      {isLoaded && <PopoverPopup {...props} open={open} onOpenChange={change} anchor={anchor} />}
    </>
  );
}
