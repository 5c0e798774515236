/** Every URL of the console. A page, a link, a test and a redirect all read it here. */

/** Where a page looks: which connection, which Region. The first two segments after `/c`. */
export interface Place {
  readonly connectionId: string;
  readonly region: string;
}

export type FunctionTab = 'code' | 'test' | 'monitor' | 'configuration' | 'aliases' | 'versions';
export type ConfigurationSection =
  | 'general'
  | 'triggers'
  | 'permissions'
  | 'destinations'
  | 'function-url'
  | 'environment'
  | 'tags'
  | 'vpc'
  | 'rds'
  | 'monitoring'
  | 'concurrency'
  | 'async-invocation'
  | 'file-systems';

const segment = encodeURIComponent;
const placeRoot = (place: Place) => `/c/${segment(place.connectionId)}/${segment(place.region)}`;

/** Adds the query parameters that have a value. */
export function withQuery(
  path: string,
  query: Readonly<Record<string, string | number | undefined>>,
): string {
  const parameters = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) {
    if (value !== undefined && value !== '') parameters.set(key, String(value));
  }
  const text = parameters.toString();
  return text ? `${path}?${text}` : path;
}

export const routes = {
  home: () => '/',
  signIn: (next?: string) => withQuery('/sign-in', { next }),
  connections: () => '/connections',
  newConnection: () => '/connections/new',
  connection: (id: string) => `/connections/${segment(id)}`,
  audit: () => '/audit',
  settings: () => '/settings',
  users: () => '/settings/users',
  design: () => '/settings/design',

  place: (place: Place) => placeRoot(place),
  functions: (place: Place) => `${placeRoot(place)}/functions`,
  createFunction: (place: Place) => `${placeRoot(place)}/functions/create`,
  function: (place: Place, name: string) => `${placeRoot(place)}/functions/${segment(name)}`,
  functionTab: (place: Place, name: string, tab: FunctionTab) =>
    `${placeRoot(place)}/functions/${segment(name)}/${tab}`,
  configuration: (place: Place, name: string, section: ConfigurationSection) =>
    `${placeRoot(place)}/functions/${segment(name)}/configuration/${section}`,
  editConfiguration: (place: Place, name: string, section: ConfigurationSection) =>
    `${placeRoot(place)}/functions/${segment(name)}/configuration/${section}/edit`,
  addTrigger: (place: Place, name: string, query: { kind?: string; qualifier?: string } = {}) =>
    withQuery(`${placeRoot(place)}/functions/${segment(name)}/configuration/triggers/add`, query),
  /** `trigger` is a text of `triggerRefText`. */
  editTrigger: (place: Place, name: string, query: { trigger: string; qualifier?: string }) =>
    withQuery(`${placeRoot(place)}/functions/${segment(name)}/configuration/triggers/edit`, query),
  /** Without `destination` a new one; otherwise a text of `destinationRefText`. */
  editDestination: (place: Place, name: string, query: { destination?: string; qualifier?: string } = {}) =>
    withQuery(`${placeRoot(place)}/functions/${segment(name)}/configuration/destinations/edit`, query),
  createAlias: (place: Place, name: string, version?: string) =>
    withQuery(`${placeRoot(place)}/functions/${segment(name)}/aliases/create`, { version }),
  editAlias: (place: Place, name: string, alias: string) =>
    `${placeRoot(place)}/functions/${segment(name)}/aliases/${segment(alias)}/edit`,
  monitorView: (place: Place, name: string, view: 'metrics' | 'traces', query: { trace?: string } = {}) =>
    withQuery(`${placeRoot(place)}/functions/${segment(name)}/monitor/${view}`, query),
  logStream: (place: Place, name: string, stream: string) =>
    withQuery(`${placeRoot(place)}/functions/${segment(name)}/monitor`, { stream }),

  api: {
    health: () => '/api/health',
    functionCode: (place: Place, name: string) => `/api${placeRoot(place)}/functions/${segment(name)}/code`,
    uploadCode: (place: Place, name: string) => `/api/uploads${placeRoot(place)}/functions/${segment(name)}`,
    invoke: (place: Place, name: string) => `/api${placeRoot(place)}/functions/${segment(name)}/invoke`,
    logTail: (place: Place, name: string) => `/api${placeRoot(place)}/functions/${segment(name)}/log-tail`,
    search: (place: Place) => `/api${placeRoot(place)}/search`,
  },
} as const;
