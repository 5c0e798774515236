'use client';

import { usePathname, useSearchParams } from 'next/navigation';
import { readQualifier } from '@/lib/domain/qualifier';
import { routes, withQuery, type Place } from '@/lib/routes';

/** The version or alias that the address names; undefined for $LATEST. */
export function useQualifier(): string | undefined {
  return readQualifier(useSearchParams().get('qualifier') ?? undefined);
}

const tabsOfOneVersion = /\/(code|test|monitor|configuration)(\/|$)/;

/** Addresses of the tab in view for other qualifiers; the lists lead to the code. */
export function useQualifierHref(place: Place, name: string): (qualifier: string | undefined) => string {
  const pathname = usePathname();
  const own = pathname.slice(routes.function(place, name).length);
  const path = tabsOfOneVersion.test(own) ? pathname : routes.functionTab(place, name, 'code');
  return (qualifier) => withQuery(path, { qualifier });
}
