import type { MenuPage } from '@/components/apis/api-menu';
import type { WebSocketPage } from '@/lib/routes';

/** Pages of a WebSocket API that exist, in the order of the menu. A new page adds its line here. */
export const webSocketPages: readonly MenuPage<WebSocketPage>[] = [
  { page: 'routes', group: 'develop' },
  { page: 'authorizers', group: 'develop' },
  { page: 'models', group: 'develop' },
  { page: 'settings', group: 'develop' },
  { page: 'stages', group: 'deploy' },
  { page: 'client', group: 'deploy' },
  { page: 'dashboard', group: 'monitor' },
];
