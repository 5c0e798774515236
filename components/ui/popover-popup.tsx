'use client';

import { Popover as BasePopover } from '@base-ui/react/popover';
import type { RefObject } from 'react';
import type { PopoverProps } from './popover';
import { popupClass } from './popup-style';

/** The drawn part of Popover, which loads it. */
export function PopoverPopup(
  props: Omit<PopoverProps, 'trigger'> & { anchor: RefObject<HTMLButtonElement | null> },
) {
  return (
    <BasePopover.Root
      open={props.open}
      onOpenChange={(open, details) => {
        // The trigger closes by itself; a press on it is no press outside.
        const { target } = details.event;
        if (!open && target instanceof Node && props.anchor.current?.contains(target)) return;
        props.onOpenChange?.(open);
      }}
    >
      <BasePopover.Portal>
        <BasePopover.Positioner
          anchor={props.anchor}
          sideOffset={4}
          align={props.align ?? 'end'}
          collisionPadding={8}
          className="z-popover outline-none"
        >
          <BasePopover.Popup
            finalFocus={props.anchor}
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
