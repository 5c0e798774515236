import type { Metadata } from 'next';
import { PageHeader } from '@/components/patterns/page-header';
import { CreateUser } from '@/components/settings/users/create-user';
import { UserTable } from '@/components/settings/users/user-table';
import { Note } from '@/components/ui/note';
import { requirePageUser } from '@/lib/auth/guard';
import { getTranslator } from '@/lib/i18n/server';
import { getUsers } from '@/lib/queries/users';
import { routes } from '@/lib/routes';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator('users'))('title') };
}

export default async function UsersPage() {
  await requirePageUser('admin', routes.users());
  const [{ users, ownId, isSignInRequired }, t, shell, settings] = await Promise.all([
    getUsers(),
    getTranslator('users'),
    getTranslator('shell'),
    getTranslator('settings'),
  ]);
  return (
    <>
      <PageHeader
        breadcrumbs={[{ label: settings('title'), href: routes.settings() }, { label: t('title') }]}
        title={t('title')}
        count={users.length}
        acts={<CreateUser />}
      />
      <div className="flex max-w-list flex-col gap-8 pt-8">
        {!isSignInRequired && (
          <div className="px-inset">
            <Note tone="info" title={t('notRequired')}>
              {t('notRequiredText')}
            </Note>
          </div>
        )}
        <UserTable
          users={users}
          ownId={ownId}
          words={{
            caption: t('title'),
            name: t('name'),
            role: t('role'),
            account: t('account'),
            local: t('local'),
            state: t('state'),
            active: t('active'),
            disabled: t('disabled'),
            sessions: t('sessions'),
            created: t('created'),
            you: t('you'),
            acts: t('acts'),
            none: t('none'),
            roleOf: ({ role }) => shell(`topBar.role.${role}`),
          }}
        />
      </div>
    </>
  );
}
