import 'server-only';
import { requireUser } from '@/lib/auth/guard';
import { isSignInRequired } from '@/lib/auth/sign-in-required';
import { listUsers, type UserAccount } from '@/lib/auth/users';

export type { UserAccount };

/** The accounts of this console. Administrators only. */
export async function getUsers(): Promise<{
  readonly users: readonly UserAccount[];
  readonly ownId: string;
  /** False when everybody on this machine is the administrator and accounts wait for a password to be set. */
  readonly isSignInRequired: boolean;
}> {
  const { id } = await requireUser('admin');
  return { users: listUsers(), ownId: id, isSignInRequired: isSignInRequired() };
}
