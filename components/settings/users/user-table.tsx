import { EmptyLine } from '@/components/patterns/empty';
import type { Column } from '@/components/patterns/resource-table/column';
import { ResourceTable } from '@/components/patterns/resource-table/resource-table';
import { Chip } from '@/components/ui/chip';
import { RelativeTime } from '@/components/ui/relative-time';
import { Status } from '@/components/ui/status';
import type { ListedUser } from '@/lib/queries/users';
import { UserActs } from './user-acts';

export interface UserTableWords {
  readonly caption: string;
  readonly name: string;
  readonly role: string;
  readonly account: string;
  readonly local: string;
  readonly state: string;
  readonly active: string;
  readonly disabled: string;
  readonly sessions: string;
  readonly created: string;
  readonly you: string;
  readonly acts: string;
  readonly none: string;
  readonly roleOf: (user: ListedUser) => string;
}

/** All accounts of the console. */
export function UserTable(props: { users: readonly ListedUser[]; ownId: string; words: UserTableWords }) {
  const { words } = props;
  const columns: readonly Column<ListedUser>[] = [
    {
      id: 'name',
      header: words.name,
      cell: ({ id, name }) => (
        <span className="inline-flex items-center gap-8">
          <strong className="font-medium">{name}</strong>
          {id === props.ownId && <Chip>{words.you}</Chip>}
        </span>
      ),
    },
    { id: 'role', header: words.role, cell: words.roleOf },
    {
      id: 'account',
      header: words.account,
      phone: 'hidden',
      cell: ({ provider }) => provider ?? words.local,
    },
    {
      id: 'state',
      header: words.state,
      cell: ({ isDisabled }) => (
        <Status look={isDisabled ? 'paused' : 'success'}>{isDisabled ? words.disabled : words.active}</Status>
      ),
    },
    { id: 'sessions', header: words.sessions, align: 'end', phone: 'hidden', cell: (user) => user.sessions },
    {
      id: 'created',
      header: words.created,
      muted: true,
      phone: 'hidden',
      cell: ({ createdAt }) => <RelativeTime at={createdAt} />,
    },
  ];
  return (
    <ResourceTable
      caption={words.caption}
      columns={columns}
      rows={props.users}
      rowId={({ id }) => id}
      rowActs={(user) => <UserActs user={user} />}
      rowActsHeader={words.acts}
      empty={<EmptyLine>{words.none}</EmptyLine>}
    />
  );
}
