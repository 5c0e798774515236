import 'server-only';
import { requirePageUser } from '@/lib/auth/guard';
import { roleIncludes, type User } from '@/lib/auth/user';
import { getTranslator } from '@/lib/i18n/server';
import type { Place } from '@/lib/routes';

/** What a page of API Gateway that belongs to no API gets from its address. */
export interface GatewayPageProps {
  readonly params: Promise<{ connection: string; region: string }>;
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}
/** What a page below an API gets from its address. `Parts`: names of further dynamic segments. */
export interface ApiPageProps<Parts extends string = never> {
  readonly params: Promise<Record<'connection' | 'region' | 'apiId' | Parts, string>>;
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

/** Who looks at which place. */
export interface OpenedGatewayPage {
  readonly place: Place;
  /** First value of each query parameter. */
  readonly query: Readonly<Record<string, string | undefined>>;
  readonly user: User;
  /** Whether the user's role lets them change APIs. */
  readonly mayChange: boolean;
  /** Why not, in the user's language; for `disabledReason`. */
  readonly refusedReason: string | undefined;
}
/** Who looks at which API. */
export interface OpenedApiPage<Parts extends string = never> extends OpenedGatewayPage {
  readonly apiId: string;
  /** Further dynamic segments, decoded. */
  readonly parts: Readonly<Record<Parts, string>>;
}

/** How the pages of API Gateway begin that belong to no API: reads the address, sends the signed out to sign in. */
export async function openGatewayPage(props: GatewayPageProps): Promise<OpenedGatewayPage> {
  const [{ connection, region }, query, user, t] = await Promise.all([
    props.params,
    props.searchParams,
    requirePageUser(),
    getTranslator('apis'),
  ]);
  const mayChange = roleIncludes(user.role, 'developer');
  return {
    place: { connectionId: decodeURIComponent(connection), region: decodeURIComponent(region) },
    query: Object.fromEntries(
      Object.entries(query).map(([key, value]) => [key, Array.isArray(value) ? value[0] : value]),
    ),
    user,
    mayChange,
    refusedReason: mayChange ? undefined : t('roleNeeded'),
  };
}

/** How every page of an API begins. */
export async function openApiPage<Parts extends string = never>(
  props: ApiPageProps<Parts>,
): Promise<OpenedApiPage<Parts>> {
  const [opened, params] = await Promise.all([openGatewayPage(props), props.params]);
  const parts = Object.fromEntries(
    Object.entries<string>(params).map(([name, value]) => [name, decodeURIComponent(value)]),
  ) as Record<'apiId' | Parts, string>;
  return { ...opened, apiId: parts.apiId, parts };
}
