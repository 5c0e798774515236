import 'server-only';
import { requireUser } from '@/lib/auth/guard';
import { isSignInRequired } from '@/lib/auth/sign-in-required';
import { findAccount, listUsers, type UserAccount } from '@/lib/auth/users';
import { getConfig } from '@/lib/config';

/** An account of the list. */
export interface ListedUser extends UserAccount {
  /** What the OpenID provider is called; undefined for a local account. */
  readonly provider: string | undefined;
}

/** The configured provider by the name on its button; one that was configured before by its host. */
function providerOf({ issuer }: UserAccount): string | undefined {
  if (issuer === undefined) return undefined;
  const { oidc } = getConfig();
  return oidc?.issuer === issuer ? oidc.name : new URL(issuer).host;
}

/** The accounts of this console. Administrators only. */
export async function getUsers(): Promise<{
  readonly users: readonly ListedUser[];
  readonly ownId: string;
  /** False when everybody on this machine is the administrator and accounts wait for a password to be set. */
  readonly isSignInRequired: boolean;
}> {
  const { id } = await requireUser('admin');
  return {
    users: listUsers().map((user) => ({ ...user, provider: providerOf(user) })),
    ownId: id,
    isSignInRequired: isSignInRequired(),
  };
}

/** What the OpenID provider is called through which the caller signs in; undefined for a local account. */
export async function getOwnProvider(): Promise<string | undefined> {
  const { id } = await requireUser('viewer');
  const account = findAccount(id);
  return account && providerOf(account);
}
