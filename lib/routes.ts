/** Every page of the console. A page, a link, a test and a redirect all read its URL here. */

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
  | 'code-signing'
  | 'file-systems'
  | 'history'
  | 'durable-execution'
  | 'capacity-provider'
  | 'tenant-isolation';

/** Pages of one REST API, as they stand in its addresses. */
export type RestPage =
  | 'resources'
  | 'stages'
  | 'deployments'
  | 'authorizers'
  | 'gateway-responses'
  | 'models'
  | 'request-validators'
  | 'resource-policy'
  | 'documentation'
  | 'dashboard'
  | 'requests'
  | 'import'
  | 'export'
  | 'settings';
/** Pages of one HTTP API. */
export type HttpPage =
  | 'routes'
  | 'authorization'
  | 'integrations'
  | 'cors'
  | 'reimport'
  | 'export'
  | 'stages'
  | 'deployments'
  | 'metrics'
  | 'logging'
  | 'throttling'
  | 'requests'
  | 'settings';
/** Pages of one WebSocket API. */
export type WebSocketPage =
  | 'routes'
  | 'integrations'
  | 'authorizers'
  | 'models'
  | 'stages'
  | 'deployments'
  | 'dashboard'
  | 'client'
  | 'settings';
/** Ways of making an API. */
export type NewApiKind = 'rest' | 'http' | 'websocket' | 'import';

/** Settings that stand on the Code tab, each with a form of its own. */
export type CodeForm = 'runtime' | 'runtime-management' | 'package' | 'image' | 'layers';

/** One segment of a path. */
export const segment = encodeURIComponent;
/** The path of a place, with which everything in it begins. */
export const placeRoot = (place: Place) => `/c/${segment(place.connectionId)}/${segment(place.region)}`;

/** A path below a place; every part becomes one segment. */
export const below = (place: Place, ...parts: readonly string[]) =>
  [placeRoot(place), ...parts.map(segment)].join('/');

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
  /** A form that the Code tab leads to; for one of its settings that versions and aliases have, too, with `qualifier`. */
  editCode: (place: Place, name: string, form: CodeForm, query: { qualifier?: string } = {}) =>
    withQuery(`${placeRoot(place)}/functions/${segment(name)}/code/${form}/edit`, query),
  /** Below `/api`, too: POST of a plan, answered by a stream of TuningMessages. */
  memoryTuning: (place: Place, name: string) =>
    `${placeRoot(place)}/functions/${segment(name)}/configuration/general/memory-tuning`,
  recursion: (place: Place, name: string) =>
    `${placeRoot(place)}/functions/${segment(name)}/configuration/concurrency/recursion`,
  /** Without a qualifier one is chosen in the form. */
  provisioned: (place: Place, name: string, query: { qualifier?: string } = {}) =>
    withQuery(`${placeRoot(place)}/functions/${segment(name)}/configuration/concurrency/provisioned`, query),
  deadLetter: (place: Place, name: string) =>
    `${placeRoot(place)}/functions/${segment(name)}/configuration/async-invocation/dead-letter`,
  encryption: (place: Place, name: string) =>
    `${placeRoot(place)}/functions/${segment(name)}/configuration/environment/encryption`,
  editPolicy: (place: Place, name: string, query: { qualifier?: string } = {}) =>
    withQuery(`${placeRoot(place)}/functions/${segment(name)}/configuration/permissions/policy`, query),

  /** `query`: names, or the state of the functions list, whose matches are then all meant. */
  bulkChanges: (place: Place, query = '') => `${placeRoot(place)}/bulk-changes${query}`,
  accountMap: (place: Place) => `${placeRoot(place)}/map`,
  dashboard: (place: Place) => `${placeRoot(place)}/dashboard`,
  checkUp: (place: Place) => below(place, 'check-up'),
  layers: (place: Place) => `${placeRoot(place)}/layers`,
  /** With `layer` its next version, otherwise a new layer. */
  createLayer: (place: Place, query: { layer?: string } = {}) =>
    withQuery(`${placeRoot(place)}/layers/create`, query),
  layer: (place: Place, layer: string) => `${placeRoot(place)}/layers/${segment(layer)}`,
  layerVersion: (place: Place, layer: string, version: number) =>
    `${placeRoot(place)}/layers/${segment(layer)}/versions/${version}`,
  shareLayer: (place: Place, layer: string, version: number) =>
    `${placeRoot(place)}/layers/${segment(layer)}/versions/${version}/share`,
  mappings: (place: Place) => `${placeRoot(place)}/event-source-mappings`,
  mapping: (place: Place, uuid: string) => `${placeRoot(place)}/event-source-mappings/${segment(uuid)}`,
  mappingTags: (place: Place, uuid: string) =>
    `${placeRoot(place)}/event-source-mappings/${segment(uuid)}/tags`,
  signingConfigs: (place: Place) => `${placeRoot(place)}/code-signing`,
  createSigningConfig: (place: Place) => `${placeRoot(place)}/code-signing/create`,
  signingConfig: (place: Place, arn: string) => `${placeRoot(place)}/code-signing/${segment(arn)}`,
  editSigningConfig: (place: Place, arn: string) => `${placeRoot(place)}/code-signing/${segment(arn)}/edit`,
  /** Of traces: one of them, or those of a filter expression and time, listed or as a map. */
  monitorView: (
    place: Place,
    name: string,
    view: 'metrics' | 'traces' | 'insights',
    query: { trace?: string; filter?: string; q?: string; range?: string; view?: 'map' } = {},
  ) => withQuery(`${placeRoot(place)}/functions/${segment(name)}/monitor/${view}`, query),
  logStream: (place: Place, name: string, stream: string) =>
    withQuery(`${placeRoot(place)}/functions/${segment(name)}/monitor`, { stream }),

  apis: (place: Place) => below(place, 'apis'),
  /** Without `kind` the choice of protocols. `from`: the id of the REST API to clone. */
  createApi: (place: Place, kind?: NewApiKind, query: { from?: string } = {}) =>
    withQuery(below(place, 'apis', 'create', ...(kind ? [kind] : [])), query),
  /** Leads on to the first page of the API, whatever its protocol. */
  gatewayApi: (place: Place, apiId: string) => below(place, 'apis', apiId),
  /** `more`: what is shown or edited on the page, e.g. `('stages', 'prod', 'edit')`, `('resources', 'create')`. */
  restApi: (place: Place, apiId: string, page: RestPage, ...more: readonly string[]) =>
    below(place, 'apis', apiId, 'rest', page, ...more),
  httpApi: (place: Place, apiId: string, page: HttpPage, ...more: readonly string[]) =>
    below(place, 'apis', apiId, 'http', page, ...more),
  webSocketApi: (place: Place, apiId: string, page: WebSocketPage, ...more: readonly string[]) =>
    below(place, 'apis', apiId, 'websocket', page, ...more),
  /** Tags of an API, or of one of its stages. */
  apiTags: (place: Place, apiId: string, stage?: string) =>
    withQuery(below(place, 'apis', apiId, 'tags'), { stage }),
  domainNames: (place: Place, ...more: readonly string[]) => below(place, 'domain-names', ...more),
  apiKeys: (place: Place, ...more: readonly string[]) => below(place, 'api-keys', ...more),
  usagePlans: (place: Place, ...more: readonly string[]) => below(place, 'usage-plans', ...more),
  vpcLinks: (place: Place, ...more: readonly string[]) => below(place, 'vpc-links', ...more),
  clientCertificates: (place: Place, ...more: readonly string[]) =>
    below(place, 'client-certificates', ...more),
} as const;
