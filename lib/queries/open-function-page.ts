import 'server-only';
import { requirePageUser } from '@/lib/auth/guard';
import { roleIncludes, type User } from '@/lib/auth/user';
import { readQualifier } from '@/lib/domain/qualifier';
import type { Place } from '@/lib/routes';

/** What a page below a function gets from its address, as the framework hands it over. */
export interface FunctionPageProps {
  readonly params: Promise<{ connection: string; region: string; functionName: string }>;
  readonly searchParams: Promise<{ qualifier?: string | string[] }>;
}

/** Who looks at which function. */
export interface OpenedFunctionPage {
  readonly place: Place;
  readonly functionName: string;
  /** A version or an alias; undefined for the working copy. */
  readonly qualifier: string | undefined;
  readonly user: User;
  /** Whether the user's role lets them change functions. */
  readonly mayChange: boolean;
}

/** How every tab of a function begins: reads the address, and sends whoever is signed out to sign in. */
export async function openFunctionPage(props: FunctionPageProps): Promise<OpenedFunctionPage> {
  const [{ connection, region, functionName }, query, user] = await Promise.all([
    props.params,
    props.searchParams,
    requirePageUser(),
  ]);
  return {
    place: { connectionId: decodeURIComponent(connection), region: decodeURIComponent(region) },
    functionName: decodeURIComponent(functionName),
    qualifier: readQualifier(query.qualifier),
    user,
    mayChange: roleIncludes(user.role, 'developer'),
  };
}
