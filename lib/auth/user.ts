import { roles, type Role } from '@/lib/domain/roles';

export { roles, type Role };

export interface User {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
}

/** True when `held` includes what `needed` asks for. */
export function roleIncludes(held: Role, needed: Role): boolean {
  return roles.indexOf(held) >= roles.indexOf(needed);
}

/** Thrown by the guard; run-action turns it into `denied`, pages into the sign-in page. */
export class AuthRefusal extends Error {
  override readonly name = 'AuthRefusal';
  readonly reason: 'signed-out' | 'role';
  readonly needed: Role;
  /** Who was refused; undefined when nobody is signed in. */
  readonly user: User | undefined;

  constructor(needed: Role, user?: User) {
    super(
      user
        ? `This needs the role ${needed}; ${user.name} has the role ${user.role}. Ask an administrator for it.`
        : 'You are signed out. Sign in and try again.',
    );
    this.reason = user ? 'role' : 'signed-out';
    this.needed = needed;
    this.user = user;
  }
}
