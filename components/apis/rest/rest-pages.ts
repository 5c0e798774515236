import type { MenuPage } from '@/components/apis/api-menu';
import type { RestPage } from '@/lib/routes';

/** Pages of a REST API that exist, in the order of the menu. A new page adds its line here. */
export const restPages: readonly MenuPage<RestPage>[] = [
  { page: 'resources', group: 'develop' },
  { page: 'stages', group: 'deploy' },
  { page: 'requests', group: 'deploy' },
];
