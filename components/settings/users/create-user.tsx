'use client';

import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { useFlash } from '@/components/patterns/flash';
import { Button } from '@/components/ui/button';
import { createUserAction } from '@/lib/actions/users/create-user';
import { UserDialog } from './user-dialog';

/** The button and its form. */
export function CreateUser() {
  const t = useTranslations('users');
  const flash = useFlash();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button
        variant="primary"
        icon={<Plus aria-hidden size={16} strokeWidth={1.75} />}
        onClick={() => setIsOpen(true)}
      >
        {t('create')}
      </Button>
      {isOpen && (
        <UserDialog
          title={t('create')}
          text={t('createText')}
          fields={['name', 'password', 'role']}
          onOpenChange={setIsOpen}
          onSubmit={({ name, role, password }) => createUserAction({ name, role, password })}
          onDone={({ name }) => flash.show({ kind: 'success', title: t('done.create', { name }) })}
        />
      )}
    </>
  );
}
