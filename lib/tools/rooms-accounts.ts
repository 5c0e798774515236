import type { Room } from './room.ts';

/** The rooms of who may, what happened, and where the console keeps it. */
export const accountRooms: readonly Room[] = [
  {
    name: 'lib/auth',
    files: /^lib\/auth\//,
    purpose: 'who may',
    mayImport: ['lib/db', 'lib/audit', 'lib/config', 'lib/domain', 'lib/routes', 'lib/log', 'lib/shared'],
    isServerOnly: true,
  },
  {
    name: 'lib/oidc',
    files: /^lib\/oidc\//,
    purpose: 'sign-in through an OpenID provider',
    mayImport: [
      'lib/auth',
      'lib/connections',
      'lib/db',
      'lib/audit',
      'lib/config',
      'lib/domain',
      'lib/routes',
      'lib/log',
      'lib/shared',
    ],
    packages: ['jose', 'zod', 'node:', 'server-only'],
    isServerOnly: true,
  },
  {
    name: 'lib/audit',
    files: /^lib\/audit\//,
    purpose: 'what happened',
    mayImport: ['lib/db', 'lib/config', 'lib/domain', 'lib/log', 'lib/shared'],
    isServerOnly: true,
  },
  {
    name: 'lib/test-events',
    files: /^lib\/test-events\//,
    purpose: 'saved test events, which AWS has no API for',
    mayImport: ['lib/db', 'lib/auth', 'lib/config', 'lib/domain', 'lib/log', 'lib/routes', 'lib/shared'],
    isServerOnly: true,
  },
  {
    name: 'lib/db',
    files: /^lib\/db\//,
    purpose: "the console's own tables and its log",
    mayImport: ['lib/config', 'lib/log', 'lib/shared'],
    isServerOnly: true,
  },
];
