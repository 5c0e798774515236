'use client';

import { Ellipsis } from 'lucide-react';
import { useState, useTransition } from 'react';
import { useTranslations } from 'use-intl/react';
import { ConfirmDelete } from '@/components/patterns/confirm-delete';
import { useFlash } from '@/components/patterns/flash';
import { Menu } from '@/components/ui/menu';
import { deleteUserAction } from '@/lib/actions/users/delete-user';
import { disableUserAction } from '@/lib/actions/users/disable-user';
import { enableUserAction } from '@/lib/actions/users/enable-user';
import { resetUserPasswordAction } from '@/lib/actions/users/reset-user-password';
import { setUserRoleAction } from '@/lib/actions/users/set-user-role';
import type { ListedUser } from '@/lib/queries/users';
import { UserDialog } from './user-dialog';

/** What an administrator can do with one account. */
export function UserActs({ user }: { user: ListedUser }) {
  const t = useTranslations('users');
  const flash = useFlash();
  const [open, setOpen] = useState<'role' | 'password' | 'disable' | 'delete'>();
  const [, startTransition] = useTransition();
  const { id, name, provider } = user;
  const elsewhere = provider === undefined ? undefined : t('keptElsewhere', { provider });
  const close = () => setOpen(undefined);
  const say = (what: 'role' | 'password' | 'disable' | 'enable' | 'delete') =>
    flash.show({ kind: 'success', title: t(`done.${what}`, { name }) });
  const enable = () =>
    startTransition(async () => {
      const result = await enableUserAction({ id, name });
      if (result.ok) say('enable');
      else flash.show({ kind: 'danger', title: result.error.message });
    });

  return (
    <>
      <Menu
        iconOnly
        variant="quiet"
        size="small"
        label={t('actions', { name })}
        groups={[
          {
            id: 'change',
            items: [
              {
                id: 'role',
                label: t('changeRole'),
                onSelect: () => setOpen('role'),
                disabledReason: elsewhere,
              },
              {
                id: 'password',
                label: t('resetPassword'),
                onSelect: () => setOpen('password'),
                disabledReason: elsewhere,
              },
              user.isDisabled
                ? { id: 'enable', label: t('enable'), onSelect: enable }
                : { id: 'disable', label: t('disable'), onSelect: () => setOpen('disable') },
            ],
          },
          {
            id: 'delete',
            items: [{ id: 'delete', label: t('delete'), danger: true, onSelect: () => setOpen('delete') }],
          },
        ]}
      >
        <Ellipsis aria-hidden size={16} strokeWidth={1.75} />
      </Menu>
      {open === 'role' && (
        <UserDialog
          title={t('changeRole')}
          text={t('changeRoleText', { name })}
          fields={['role']}
          role={user.role}
          onOpenChange={close}
          onSubmit={({ role }) => setUserRoleAction({ id, name, role })}
          onDone={() => say('role')}
        />
      )}
      {open === 'password' && (
        <UserDialog
          title={t('resetPassword')}
          text={t('resetPasswordText', { name })}
          fields={['password']}
          onOpenChange={close}
          onSubmit={({ password }) => resetUserPasswordAction({ id, name, password })}
          onDone={() => say('password')}
        />
      )}
      {open === 'disable' && (
        <ConfirmDelete
          open
          onOpenChange={close}
          title={t('disable')}
          description={t('disableText')}
          things={[{ name }]}
          consequences={[t('stops')]}
          onConfirm={() => disableUserAction({ id, name })}
          onDone={() => say('disable')}
        />
      )}
      {open === 'delete' && (
        <ConfirmDelete
          open
          onOpenChange={close}
          title={t('delete')}
          description={t('deleteText')}
          things={[{ name }]}
          consequences={[
            provider === undefined ? t('stops') : t('comesBack', { provider, disable: t('disable') }),
          ]}
          word={name}
          onConfirm={() => deleteUserAction({ id, name })}
          onDone={() => say('delete')}
        />
      )}
    </>
  );
}
