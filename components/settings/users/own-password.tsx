'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { useFlash } from '@/components/patterns/flash';
import { Button } from '@/components/ui/button';
import { changeOwnPasswordAction } from '@/lib/actions/users/change-own-password';
import { UserDialog } from './user-dialog';

/** Changes the password of whoever is signed in. */
export function OwnPassword() {
  const t = useTranslations('users');
  const flash = useFlash();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setIsOpen(true)}>{t('ownPassword')}</Button>
      {isOpen && (
        <UserDialog
          title={t('ownPassword')}
          text={t('ownPasswordText')}
          fields={['current', 'password']}
          onOpenChange={setIsOpen}
          onSubmit={({ current, password }) => changeOwnPasswordAction({ current, password })}
          onDone={() => flash.show({ kind: 'success', title: t('done.own') })}
        />
      )}
    </>
  );
}
