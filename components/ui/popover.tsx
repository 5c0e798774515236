'use client';

import { Popover as BasePopover } from '@base-ui/react/popover';
import type { ReactElement, ReactNode } from 'react';
import { popupClass } from './popup-style';

/** A small non-modal panel at its trigger. `trigger` is a Button or IconButton element. */
export function Popover(props: {
  trigger: ReactElement;
  title?: string;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  align?: 'start' | 'center' | 'end';
  footer?: ReactNode;
  children: ReactNode;
}) {
  return (
    <BasePopover.Root open={props.open} onOpenChange={(open) => props.onOpenChange?.(open)}>
      <BasePopover.Trigger render={props.trigger} />
      <BasePopover.Portal>
        <BasePopover.Positioner
          sideOffset={4}
          align={props.align ?? 'end'}
          collisionPadding={8}
          className="z-popover outline-none"
        >
          <BasePopover.Popup
            className={`flex max-h-(--available-height) w-popover max-w-(--available-width) flex-col ${popupClass}`}
          >
            <div className="flex min-h-0 flex-col gap-12 overflow-y-auto p-16">
              {props.title && (
                <BasePopover.Title className="text-14 font-semibold">{props.title}</BasePopover.Title>
              )}
              {props.children}
            </div>
            {props.footer && (
              <div className="flex items-center justify-end gap-8 border-t border-edge px-16 py-12">
                {props.footer}
              </div>
            )}
          </BasePopover.Popup>
        </BasePopover.Positioner>
      </BasePopover.Portal>
    </BasePopover.Root>
  );
}
