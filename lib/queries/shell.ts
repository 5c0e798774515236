import 'server-only';
import { requireUser } from '@/lib/auth/guard';
import { isSignInRequired } from '@/lib/auth/sign-in-required';
import type { Role } from '@/lib/auth/user';
import { knownAccountId } from '@/lib/aws/identity';
import { listConnections } from '@/lib/connections/store';
import { awsRegions } from '@/lib/domain/aws-regions';
import type { ConnectionTone } from '@/lib/domain/connection';
import type { Place } from '@/lib/routes';
import packageJson from '@/package.json';

export interface ShellConnection {
  readonly id: string;
  readonly name: string;
  readonly tone: ConnectionTone;
  /** Where it opens. */
  readonly region: string;
  /** Twelve digits, when AWS has said it already. */
  readonly accountId?: string;
}

/** What every page of the console shows around itself. */
export interface Shell {
  readonly user: { readonly name: string; readonly role: Role };
  /** False when everyone on this machine is the administrator: there is no session to end. */
  readonly canSignOut: boolean;
  readonly connections: readonly ShellConnection[];
  readonly regions: readonly { readonly id: string; readonly name: string; readonly area: string }[];
  readonly version: string;
}

/** A page does not wait longer than this for an account number; the next one has it. */
const accountWaitMs = 250;

/**
 * The shell for a place. Only the current connection is asked for its account number: the others may need
 * a sign-in elsewhere or be down.
 */
export async function getShell(connectionId?: string): Promise<Shell> {
  const user = await requireUser('viewer');
  const all = listConnections();
  const current = all.find(({ id }) => id === connectionId);
  const accountId = current && (await knownAccountId(current.id, accountWaitMs));
  return {
    user: { name: user.name, role: user.role },
    canSignOut: isSignInRequired(),
    connections: all.map(({ id, name, tone, region }) => ({
      id,
      name,
      tone,
      region,
      ...(id === current?.id && accountId !== undefined ? { accountId } : {}),
    })),
    regions: awsRegions,
    version: packageJson.version,
  };
}

/** Where `/` leads: the first connection in its own Region. */
export async function getHomePlace(): Promise<Place> {
  await requireUser('viewer');
  const [first] = listConnections();
  return { connectionId: first?.id ?? 'local', region: first?.region ?? 'us-east-1' };
}
