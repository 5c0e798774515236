import type { MenuPage } from '@/components/apis/api-menu';
import type { HttpPage } from '@/lib/routes';

/** Pages of an HTTP API that exist, in the order of the menu. A new page adds its line here. */
export const httpPages: readonly MenuPage<HttpPage>[] = [
  { page: 'routes', group: 'develop' },
  { page: 'authorization', group: 'develop' },
  { page: 'integrations', group: 'develop' },
  { page: 'cors', group: 'develop' },
  { page: 'reimport', group: 'develop' },
  { page: 'export', group: 'develop' },
  { page: 'settings', group: 'develop' },
  { page: 'stages', group: 'deploy' },
  { page: 'deployments', group: 'deploy' },
  { page: 'requests', group: 'deploy' },
  { page: 'metrics', group: 'monitor' },
];
