'use client';

import { Dialog as BaseDialog } from '@base-ui/react/dialog';
import type { ReactNode, RefObject } from 'react';

/** A modal layer near the top, without head or foot: for the command palette. `label` is its name. */
export function Layer(props: {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  label: string;
  initialFocus?: RefObject<HTMLElement | null>;
  children: ReactNode;
}) {
  return (
    <BaseDialog.Root open={props.open} onOpenChange={(open) => props.onOpenChange(open)}>
      <BaseDialog.Portal>
        <BaseDialog.Backdrop className="fixed inset-0 z-dialog bg-scrim transition-opacity duration-140 data-[ending-style]:opacity-0 data-[starting-style]:opacity-0" />
        <BaseDialog.Viewport className="fixed inset-0 z-dialog flex justify-center p-16 tablet:pt-palette">
          <BaseDialog.Popup
            aria-label={props.label}
            initialFocus={props.initialFocus}
            className="flex h-fit max-h-full w-full max-w-form flex-col overflow-hidden rounded-12 border border-edge-strong bg-raised text-text shadow-3 transition-opacity duration-140 outline-none data-[ending-style]:opacity-0 data-[starting-style]:opacity-0"
          >
            {props.children}
          </BaseDialog.Popup>
        </BaseDialog.Viewport>
      </BaseDialog.Portal>
    </BaseDialog.Root>
  );
}
