import 'server-only';
import { redirect } from 'next/navigation';
import { currentSessionUser } from '@/lib/auth/session';
import { isSignInRequired } from '@/lib/auth/sign-in-required';
import { AuthRefusal, roleIncludes, type Role, type User } from '@/lib/auth/user';
import { routes } from '@/lib/routes';

const localAdministrator: User = { id: 'local', name: 'admin', role: 'admin' };

/** Who is asking, or undefined when nobody is signed in. */
export async function findUser(): Promise<User | undefined> {
  return isSignInRequired() ? currentSessionUser() : localAdministrator;
}

/** The guard of every query, action and route handler. Throws an AuthRefusal. */
export async function requireUser(needed: Role): Promise<User> {
  const user = await findUser();
  if (!user || !roleIncludes(user.role, needed)) throw new AuthRefusal(needed, user);
  return user;
}

/** For layouts and pages: sends whoever is signed out to the sign-in page, and back to `next` afterwards. */
export async function requirePageUser(needed: Role = 'viewer', next?: string): Promise<User> {
  const user = await findUser();
  if (!user) redirect(routes.signIn(next));
  if (!roleIncludes(user.role, needed)) throw new AuthRefusal(needed, user);
  return user;
}
