'use client';

import { Dialog as BaseDialog } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import { useTranslations } from 'use-intl/react';
import { buttonClass } from './button-style';
import type { DrawerProps } from './drawer';

/** The drawn part of Drawer, which loads it when it is first opened. */
export function DrawerPopup(props: DrawerProps) {
  const t = useTranslations('ui');
  const place = props.side === 'start' ? 'left-0 border-r' : 'right-0 border-l';
  return (
    <BaseDialog.Root open={props.open} onOpenChange={(open) => props.onOpenChange(open)}>
      <BaseDialog.Portal>
        <BaseDialog.Backdrop className="fixed inset-0 z-drawer bg-scrim transition-opacity duration-180 data-[ending-style]:opacity-0 data-[starting-style]:opacity-0" />
        <BaseDialog.Popup
          className={`fixed inset-y-0 z-drawer flex w-drawer max-w-full flex-col border-edge-strong bg-raised text-text shadow-3 transition-opacity duration-180 outline-none data-[ending-style]:opacity-0 data-[starting-style]:opacity-0 ${place}`}
        >
          <div className="flex min-h-topbar items-center gap-12 border-b border-edge px-16">
            <BaseDialog.Title className="min-w-0 flex-1 truncate text-16">{props.title}</BaseDialog.Title>
            <BaseDialog.Close
              aria-label={t('close')}
              className={buttonClass({ variant: 'quiet', size: 'small', iconOnly: true })}
            >
              <X aria-hidden size={16} strokeWidth={1.75} />
            </BaseDialog.Close>
          </div>
          <div className="min-h-0 flex-1 overflow-y-auto">{props.children}</div>
          {props.footer && (
            <div className="flex justify-end gap-8 border-t border-edge bg-sunken px-16 py-12">
              {props.footer}
            </div>
          )}
        </BaseDialog.Popup>
      </BaseDialog.Portal>
    </BaseDialog.Root>
  );
}
