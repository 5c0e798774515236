import type { Room } from './room.ts';
import { consoleRooms } from './rooms-console.ts';
import { endpointRooms } from './rooms-endpoint.ts';

/**
 * The rooms of the house and their doors, as data. "May import" is complete: what is not listed is forbidden,
 * a room's own files excepted. CONTRIBUTING.md says in words what lives where.
 */
export const rooms: readonly Room[] = [
  ...consoleRooms,
  ...endpointRooms,
  {
    name: 'lib/tools',
    files: /^lib\/tools\//,
    purpose: 'programs behind npm scripts',
    mayImport: ['*'],
  },
  {
    name: 'e2e',
    files: /^e2e\//,
    purpose: 'user journeys',
    mayImport: ['lib/shared', 'lib/routes', 'lib/tools'],
  },
];
