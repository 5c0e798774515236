/**
 * The rooms of the house and their doors, as data. "May import" is complete: what is not listed is forbidden,
 * a room's own files excepted. CONTRIBUTING.md says in words what lives where.
 */
export interface Room {
  readonly name: string;
  /** Files of the room, relative to the checkout. The first room of the table that matches owns a file. */
  readonly files: RegExp;
  /** What lives there, for the failure message. */
  readonly purpose: string;
  readonly mayImport: readonly string[];
  /** Rooms of which only types may be imported. */
  readonly mayImportTypesOf?: readonly string[];
  /** `none`: no package at all, no Node, no React. A list: these only (prefixes). Absent: anything installed. */
  readonly packages?: 'none' | readonly string[];
  /** Runs on the server only: every module of it that is more than pure rules says so in its first line. */
  readonly isServerOnly?: boolean;
}

/** Rooms that hold one domain each; a domain never imports its sibling. */
const domainParts = [
  'components/ui',
  'components/patterns',
  'lib/domain',
  'lib/forms',
  'lib/actions',
  'lib/routes',
  'lib/shared',
  'lib/i18n',
];

/** Domains under `components`; each is a room of its own. */
export const componentDomains = [
  'shell',
  'functions',
  'create',
  'function-page',
  'designer',
  'code-editor',
  'configuration',
  'test',
  'monitor',
  'layers',
  'api-gateway',
  'connections',
  'audit',
  'auth',
  'settings',
] as const;

export const rooms: readonly Room[] = [
  {
    name: 'app/api',
    files: /^app\/api\//,
    purpose: 'streams, uploads and downloads, with the same guard as actions',
    mayImport: [
      'lib/queries',
      'lib/aws',
      'lib/auth',
      'lib/audit',
      'lib/connections',
      'lib/config',
      'lib/domain',
      'lib/routes',
      'lib/log',
      'lib/shared',
    ],
  },
  {
    name: 'app',
    files: /^(app\/|proxy\.ts$|instrumentation(-client)?\.ts$)/,
    purpose: 'routes, metadata, layouts and boundaries; composes sections',
    mayImport: [
      'components/ui',
      'components/patterns',
      ...componentDomains.map((domain) => `components/${domain}`),
      'lib/queries',
      'lib/auth',
      'lib/routes',
      'lib/actions',
      'lib/i18n',
      'lib/preferences',
      'lib/config',
      'lib/domain',
      'lib/log',
      'lib/shared',
    ],
  },
  {
    name: 'components/ui',
    files: /^components\/ui\//,
    purpose: 'one primitive a file, without an AWS word in it',
    mayImport: ['lib/shared', 'lib/i18n'],
  },
  {
    name: 'components/patterns',
    files: /^components\/patterns\//,
    purpose: 'compositions that every domain uses',
    mayImport: ['components/ui', 'lib/shared', 'lib/routes', 'lib/i18n', 'lib/domain'],
  },
  ...componentDomains.map((domain): Room => ({
    name: `components/${domain}`,
    files: new RegExp(`^components/${domain}/`),
    purpose: 'views and forms of one domain; the route composes siblings',
    mayImport: domain === 'shell' ? [...domainParts, 'lib/preferences'] : domainParts,
    mayImportTypesOf: ['lib/queries'],
  })),
  {
    name: 'lib/shared',
    files: /^lib\/shared\//,
    purpose: 'pure helpers that run anywhere',
    mayImport: [],
    packages: 'none',
  },
  {
    name: 'lib/routes',
    files: /^lib\/routes\.ts$/,
    purpose: 'every URL of the console',
    mayImport: [],
    packages: 'none',
  },
  {
    name: 'lib/i18n',
    files: /^lib\/i18n\//,
    purpose: 'the texts in both languages and the translators',
    mayImport: ['lib/shared', 'lib/preferences'],
  },
  {
    name: 'lib/preferences',
    files: /^lib\/preferences(\/|\.ts$)/,
    purpose: 'theme, density and language of one user',
    mayImport: ['lib/i18n', 'lib/shared'],
  },
  {
    name: 'lib/config',
    files: /^lib\/config\.ts$/,
    purpose: "the console's settings; its only reader of process.env",
    mayImport: ['lib/shared'],
  },
  {
    name: 'lib/log',
    files: /^lib\/log\.ts$/,
    purpose: "the console's own log",
    mayImport: ['lib/config', 'lib/shared'],
    isServerOnly: true,
  },
  {
    name: 'lib/domain',
    files: /^lib\/domain\//,
    purpose: 'words, rules and limits as the user meets them',
    mayImport: ['lib/shared'],
    packages: 'none',
  },
  {
    name: 'lib/forms',
    files: /^lib\/forms\//,
    purpose: 'one schema a section, and its mapping to and from SDK shapes',
    mayImport: ['lib/domain', 'lib/shared', 'lib/i18n'],
    packages: ['zod'],
  },
  {
    name: 'lib/connections',
    files: /^lib\/connections\//,
    purpose: 'where AWS is, for whom, with which keys',
    mayImport: ['lib/db', 'lib/auth', 'lib/config', 'lib/domain', 'lib/log', 'lib/shared'],
    isServerOnly: true,
  },
  {
    name: 'lib/aws',
    files: /^lib\/aws\//,
    purpose: 'a client for a connection, and SDK exceptions as our closed list',
    mayImport: [
      'lib/connections',
      'lib/auth',
      'lib/config',
      'lib/domain',
      'lib/log',
      'lib/routes',
      'lib/shared',
    ],
    isServerOnly: true,
  },
  {
    name: 'lib/queries',
    files: /^lib\/queries\//,
    purpose: 'reads: plain view models, no secrets',
    mayImport: [
      'lib/aws',
      'lib/connections',
      'lib/auth',
      'lib/audit',
      'lib/config',
      'lib/domain',
      'lib/forms',
      'lib/i18n',
      'lib/routes',
      'lib/log',
      'lib/shared',
    ],
    isServerOnly: true,
  },
  {
    name: 'lib/actions',
    files: /^lib\/actions\//,
    purpose: 'writes: guard, parse, send, audit',
    mayImport: [
      'lib/aws',
      'lib/connections',
      'lib/queries',
      'lib/forms',
      'lib/auth',
      'lib/audit',
      'lib/config',
      'lib/domain',
      'lib/i18n',
      'lib/preferences',
      'lib/routes',
      'lib/log',
      'lib/shared',
    ],
    isServerOnly: true,
  },
  {
    name: 'lib/auth',
    files: /^lib\/auth\//,
    purpose: 'who may',
    mayImport: ['lib/db', 'lib/audit', 'lib/config', 'lib/domain', 'lib/routes', 'lib/log', 'lib/shared'],
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
    name: 'lib/db',
    files: /^lib\/db\//,
    purpose: "the console's own tables and its log",
    mayImport: ['lib/config', 'lib/log', 'lib/shared'],
    isServerOnly: true,
  },
  {
    name: 'endpoint/http',
    files: /^lib\/endpoint\/http\//,
    purpose: 'order of steps, limits of size and time, the request id',
    mayImport: ['endpoint/wire', 'endpoint/errors', 'endpoint/contracts', 'lib/shared'],
  },
  {
    name: 'endpoint/wire',
    files: /^lib\/endpoint\/wire\//,
    purpose: "bytes to operation and input and back, by the SDK's schemas",
    mayImport: ['endpoint/errors', 'endpoint/contracts', 'lib/shared'],
  },
  {
    name: 'endpoint/contracts',
    files: /^lib\/endpoint\/(services\/service|runtimes\/launch|store\/database)\.ts$/,
    purpose: 'the plain types by which the rooms of the endpoint meet',
    mayImport: ['endpoint/errors', 'lib/shared'],
  },
  {
    name: 'endpoint/services',
    files: /^lib\/endpoint\/services\//,
    purpose: 'what AWS does; SQL only in repository.ts',
    mayImport: [
      'endpoint/store',
      'endpoint/errors',
      'endpoint/contracts',
      'endpoint/runtimes/invoke',
      'endpoint/runtimes/code',
      'lib/shared',
    ],
  },
  {
    name: 'endpoint/runtimes/code',
    files: /^lib\/endpoint\/runtimes\/code\//,
    purpose: 'archives: unpacked, measured, refused',
    mayImport: ['endpoint/contracts', 'lib/shared'],
  },
  {
    name: 'endpoint/runtimes/invoke',
    files: /^lib\/endpoint\/runtimes\/invoke\.ts$/,
    purpose: 'the one door through which a call reaches an environment',
    mayImport: ['endpoint/runtimes', 'endpoint/contracts', 'lib/shared'],
  },
  {
    name: 'endpoint/runtimes',
    files: /^lib\/endpoint\/runtimes\//,
    purpose: 'environments, Runtime API and launchers',
    mayImport: ['endpoint/runtimes/code', 'endpoint/runtimes/invoke', 'endpoint/contracts', 'lib/shared'],
  },
  {
    name: 'endpoint/data-plane',
    files: /^lib\/endpoint\/data-plane\//,
    purpose: 'calls to deployed APIs and function URLs',
    mayImport: [
      'endpoint/services',
      'endpoint/runtimes/invoke',
      'endpoint/errors',
      'endpoint/contracts',
      'lib/shared',
    ],
  },
  {
    name: 'endpoint/store',
    files: /^lib\/endpoint\/store\//,
    purpose: 'SQLite, migrations, blobs and the lock; no AWS word in it',
    mayImport: ['endpoint/contracts', 'lib/shared'],
  },
  {
    name: 'endpoint/errors',
    files: /^lib\/endpoint\/errors\.ts$/,
    purpose: 'the errors that are thrown anywhere inside',
    mayImport: ['lib/shared'],
  },
  {
    name: 'endpoint/config',
    files: /^lib\/endpoint\/(config|log)\.ts$/,
    purpose: "the endpoint's settings and log; its only reader of its environment",
    mayImport: ['endpoint/contracts', 'lib/shared'],
  },
  {
    name: 'endpoint/main',
    files: /^lib\/endpoint\/(main\.ts|assembly\/|tests\/)/,
    purpose: 'puts the parts together',
    mayImport: [
      'endpoint/http',
      'endpoint/wire',
      'endpoint/contracts',
      'endpoint/services',
      'endpoint/runtimes',
      'endpoint/runtimes/code',
      'endpoint/runtimes/invoke',
      'endpoint/data-plane',
      'endpoint/store',
      'endpoint/errors',
      'endpoint/config',
      'endpoint/samples',
      'lib/shared',
    ],
  },
  {
    name: 'endpoint/samples',
    files: /^lib\/endpoint\/samples\//,
    purpose: 'functions of the very first start',
    mayImport: [
      'endpoint/services',
      'endpoint/contracts',
      'endpoint/runtimes/code',
      'endpoint/store',
      'lib/shared',
    ],
  },
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

/** A large dependency has one door: changing it should change one folder. */
export interface Door {
  /** Package names or `node:` modules, as prefixes. */
  readonly packages: readonly string[];
  readonly rooms: readonly string[];
  /** Narrower than a room where the door is one module of it. */
  readonly files?: RegExp;
}

export const doors: readonly Door[] = [
  { packages: ['reactflow', '@xyflow/'], rooms: ['components/designer'] },
  { packages: ['monaco-editor', '@monaco-editor/'], rooms: ['components/patterns'], files: /\/editor\// },
  { packages: ['@base-ui/'], rooms: ['components/ui'] },
  { packages: ['better-auth'], rooms: ['lib/auth'] },
  { packages: ['libsql'], rooms: ['lib/db', 'endpoint/store'] },
  { packages: ['@smithy/', '@aws-sdk/core'], rooms: ['endpoint/wire', 'lib/aws'] },
  { packages: ['node:child_process'], rooms: ['endpoint/runtimes', 'lib/tools', 'e2e'] },
  { packages: ['@playwright/', 'playwright', 'axe-core'], rooms: ['e2e', 'lib/tools'] },
];
