import type { MenuPage } from '@/components/apis/api-menu';
import type { RestPage } from '@/lib/routes';

/** Pages of a REST API that exist, in the order of the menu. A new page adds its line here. */
export const restPages: readonly MenuPage<RestPage>[] = [
  { page: 'resources', group: 'develop' },
  { page: 'authorizers', group: 'develop' },
  { page: 'gateway-responses', group: 'develop' },
  { page: 'models', group: 'develop' },
  { page: 'request-validators', group: 'develop' },
  { page: 'resource-policy', group: 'develop' },
  { page: 'documentation', group: 'develop' },
  { page: 'settings', group: 'develop' },
  { page: 'import', group: 'develop' },
  { page: 'export', group: 'develop' },
  { page: 'stages', group: 'deploy' },
  { page: 'requests', group: 'deploy' },
  { page: 'dashboard', group: 'monitor' },
];
