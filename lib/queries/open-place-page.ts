import 'server-only';
import { requirePageUser } from '@/lib/auth/guard';
import { roleIncludes, type User } from '@/lib/auth/user';
import type { Place } from '@/lib/routes';

/** What a page of a place gets from its address. `Parts`: names of further dynamic segments. */
export interface PlacePageProps<Parts extends string = never> {
  readonly params: Promise<Record<'connection' | 'region' | Parts, string>>;
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

export interface OpenedPlacePage<Parts extends string = never> {
  readonly place: Place;
  /** Further dynamic segments, decoded. */
  readonly parts: Readonly<Record<Parts, string>>;
  /** First value of each query parameter. */
  readonly query: Readonly<Record<string, string | undefined>>;
  readonly user: User;
  /** Whether the user's role lets them change things. */
  readonly mayChange: boolean;
}

/** How pages of a place begin that are about no function: reads the address, sends the signed out to sign in. */
export async function openPlacePage<Parts extends string = never>(
  props: PlacePageProps<Parts>,
): Promise<OpenedPlacePage<Parts>> {
  const [segments, query, user] = await Promise.all([props.params, props.searchParams, requirePageUser()]);
  const decoded = Object.fromEntries(
    Object.entries<string>(segments).map(([name, segment]) => [name, decodeURIComponent(segment)]),
  ) as Record<'connection' | 'region' | Parts, string>;
  return {
    place: { connectionId: decoded.connection, region: decoded.region },
    parts: decoded,
    query: Object.fromEntries(
      Object.entries(query).map(([key, value]) => [key, Array.isArray(value) ? value[0] : value]),
    ),
    user,
    mayChange: roleIncludes(user.role, 'developer'),
  };
}
