'use client';

import { Dialog as BaseDialog } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import { useTranslations } from 'use-intl/react';
import { buttonClass } from './button-style';
import type { DialogProps } from './dialog';

/** The drawn part of Dialog, which loads it when it is first opened. */
export function DialogPopup(props: DialogProps) {
  const t = useTranslations('ui');
  const content = (
    <>
      <div className="flex flex-col gap-12 overflow-y-auto px-20 pb-16">{props.children}</div>
      {props.footer && (
        <div className="flex flex-wrap items-center justify-end gap-8 rounded-b-12 border-t border-edge bg-sunken px-20 py-12">
          {props.footer}
        </div>
      )}
    </>
  );
  return (
    <BaseDialog.Root open={props.open} onOpenChange={(open) => props.onOpenChange(open)}>
      <BaseDialog.Portal>
        <BaseDialog.Backdrop className="fixed inset-0 z-dialog bg-scrim transition-opacity duration-180 data-[ending-style]:opacity-0 data-[starting-style]:opacity-0" />
        <BaseDialog.Viewport className="fixed inset-0 z-dialog grid place-items-center p-16">
          <BaseDialog.Popup
            initialFocus={props.initialFocus}
            className="flex max-h-full w-full max-w-dialog flex-col rounded-12 border border-edge-strong bg-raised text-text shadow-3 transition duration-180 outline-none data-[ending-style]:opacity-0 data-[starting-style]:translate-y-4 data-[starting-style]:opacity-0"
          >
            <div className="flex items-start gap-12 px-20 pt-16 pb-8">
              <div className="min-w-0 flex-1">
                <BaseDialog.Title className="text-18">{props.title}</BaseDialog.Title>
                {props.description && (
                  <BaseDialog.Description className="mt-4 text-muted">
                    {props.description}
                  </BaseDialog.Description>
                )}
              </div>
              <BaseDialog.Close
                aria-label={t('close')}
                data-tooltip={t('close')}
                className={buttonClass({ variant: 'quiet', size: 'small', iconOnly: true })}
              >
                <X aria-hidden size={16} strokeWidth={1.75} />
              </BaseDialog.Close>
            </div>
            {props.onSubmit ? (
              <form
                className="flex min-h-0 flex-col"
                onSubmit={(event) => {
                  event.preventDefault();
                  event.stopPropagation();
                  props.onSubmit?.();
                }}
              >
                {content}
              </form>
            ) : (
              content
            )}
          </BaseDialog.Popup>
        </BaseDialog.Viewport>
      </BaseDialog.Portal>
    </BaseDialog.Root>
  );
}
