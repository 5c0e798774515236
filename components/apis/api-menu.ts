import type { ApiProtocol } from '@/lib/domain/api';
import { routes, type Place } from '@/lib/routes';
import { httpPages } from './http/http-pages';
import { restPages } from './rest/rest-pages';
import { webSocketPages } from './websocket/web-socket-pages';

export type PageGroup = 'develop' | 'deploy' | 'monitor' | 'protect';
export interface MenuPage<Page extends string> {
  readonly page: Page;
  readonly group: PageGroup;
}

/** Links of the menu of one API, in AWS's order; only pages that exist. The first one is where an API opens. */
export function apiPages(place: Place, apiId: string, protocol: ApiProtocol) {
  switch (protocol) {
    case 'REST':
      return restPages.map((one) => ({ ...one, href: routes.restApi(place, apiId, one.page) }));
    case 'HTTP':
      return httpPages.map((one) => ({ ...one, href: routes.httpApi(place, apiId, one.page) }));
    case 'WEBSOCKET':
      return webSocketPages.map((one) => ({ ...one, href: routes.webSocketApi(place, apiId, one.page) }));
  }
}
