'use client';

import { useTranslations } from 'use-intl/react';
import { Dialog } from '@/components/ui/dialog';
import { Kbd } from '@/components/ui/kbd';
import { Note } from '@/components/ui/note';
import { modifierKey } from './modifier-key';
import { shortcutList } from './shortcut-list';

/** All shortcuts, from the same list that the listener reads. */
export function ShortcutSheet(props: {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  isOn: boolean;
}) {
  const t = useTranslations('shell.shortcuts');
  const capsOf = (keys: readonly string[]) =>
    keys.flatMap((key) => (key === 'mod+k' ? [modifierKey(), 'K'] : [key]));
  return (
    <Dialog open={props.open} onOpenChange={props.onOpenChange} title={t('title')}>
      {!props.isOn && <Note tone="info">{t('off')}</Note>}
      <dl>
        {shortcutList.map((shortcut) => (
          <div
            key={shortcut.id}
            className="flex min-h-32 items-center justify-between gap-16 border-b border-edge last:border-0"
          >
            <dt>{t(shortcut.id)}</dt>
            <dd className="flex gap-4">
              {capsOf(shortcut.keys).map((key) => (
                <Kbd key={key}>{key}</Kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
