'use client';

import { Ellipsis, RefreshCw } from 'lucide-react';
import { useState } from 'react';
import { ConfirmDelete } from '@/components/patterns/confirm-delete';
import { useFlash } from '@/components/patterns/flash';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Drawer } from '@/components/ui/drawer';
import { Menu, type MenuGroup } from '@/components/ui/menu';
import { Popover } from '@/components/ui/popover';
import { refuse, succeed } from '@/lib/shared/result';
import { Line } from './design-part';

const groups: readonly MenuGroup[] = [
  {
    id: 'acts',
    items: [
      { id: 'test', label: 'Test', keys: ['⌘', '⇧', 'I'] },
      { id: 'edit', label: 'Edit', disabledReason: 'Needs the role developer' },
      { id: 'copy', label: 'Copy ARN', detail: 'arn:aws:lambda:…:orders-checkout' },
    ],
  },
  { id: 'danger', label: 'Danger', items: [{ id: 'delete', label: 'Delete function', danger: true }] },
];

/** Everything that floats, and the flashes at the top of the page. */
export function DesignLayers() {
  const flash = useFlash();
  const [open, setOpen] = useState<'dialog' | 'drawer' | 'delete'>();
  const close = () => setOpen(undefined);
  return (
    <Line>
      <Menu label="Actions" groups={groups} />
      <Menu label="More" groups={groups} iconOnly variant="quiet">
        <Ellipsis aria-hidden size={16} strokeWidth={1.75} />
      </Menu>
      <Popover trigger={<Button>Popover</Button>} title="Preferences" footer={<Button>Apply</Button>}>
        <p>Content of a popover.</p>
      </Popover>
      <Button onClick={() => setOpen('dialog')}>Dialog</Button>
      <Button onClick={() => setOpen('drawer')}>Drawer</Button>
      <Button variant="danger" onClick={() => setOpen('delete')}>
        Delete 2 functions
      </Button>
      {(['success', 'danger', 'warning', 'info', 'progress'] as const).map((kind) => (
        <Button
          key={kind}
          icon={kind === 'progress' ? <RefreshCw aria-hidden size={16} strokeWidth={1.75} /> : undefined}
          onClick={() => flash.show({ kind, title: `A flash of kind ${kind}.`, text: 'With more words.' })}
        >
          Flash {kind}
        </Button>
      ))}
      <Dialog
        open={open === 'dialog'}
        onOpenChange={close}
        title="Rename the test event"
        description="Everyone who uses this function sees the new name."
        footer={
          <>
            <Button onClick={close}>Cancel</Button>
            <Button variant="primary" onClick={close}>
              Rename
            </Button>
          </>
        }
      />
      <Drawer open={open === 'drawer'} onOpenChange={close} title="Details">
        <p className="p-16">Content of a drawer.</p>
      </Drawer>
      <ConfirmDelete
        open={open === 'delete'}
        onOpenChange={close}
        title="Delete 2 functions"
        description="From Local engine, us-east-1. Code, versions and aliases are lost."
        things={[
          { name: 'orders-checkout', detail: '42 versions, 3 aliases' },
          { name: 'orders-webhook', detail: '8 versions' },
        ]}
        consequences={['3 API routes answer 500', '1 queue keeps filling']}
        leftovers={[{ id: 'logs', label: 'Also delete log groups', detail: '2, never expire' }]}
        word="confirm"
        onConfirm={(ids) =>
          Promise.resolve(
            ids.includes('logs')
              ? refuse({
                  kind: 'denied',
                  message: 'Not authorized to perform: logs:DeleteLogGroup',
                  operation: 'logs:DeleteLogGroup',
                  at: new Date().toISOString(),
                })
              : succeed(undefined),
          )
        }
        onDone={() => flash.show({ kind: 'success', title: 'Two functions deleted.' })}
      />
    </Line>
  );
}
