import { below, placeRoot, segment, withQuery, type Place } from './routes.ts';

/**
 * Every route handler of the console, which its own scripts call. Apart from the pages' URLs, which every page
 * carries with it.
 */
export const apiRoutes = {
  health: () => '/api/health',
  functionCode: (place: Place, name: string) => `/api${placeRoot(place)}/functions/${segment(name)}/code`,
  /** A function as a template: GET `?format=sam`, with `values` those of environment variables, too. */
  functionTemplate: (place: Place, name: string, query: { format: string; values?: '1'; download?: '1' }) =>
    withQuery(`/api${placeRoot(place)}/functions/${segment(name)}/template`, query),
  /** One function's part of a bulk change: POST of a BulkChange. */
  bulkChange: (place: Place, name: string) =>
    `/api${placeRoot(place)}/functions/${segment(name)}/bulk-change`,
  uploadCode: (place: Place, name: string) => `/api/uploads${placeRoot(place)}/functions/${segment(name)}`,
  invoke: (place: Place, name: string) => `/api${placeRoot(place)}/functions/${segment(name)}/invoke`,
  logTail: (place: Place, name: string) => `/api${placeRoot(place)}/functions/${segment(name)}/log-tail`,
  /** Logs Insights: POST starts a query, GET `?query=` reads it, GET `?record=` an event, DELETE `?query=` stops. */
  insights: (place: Place, name: string, query: { query?: string; record?: string } = {}) =>
    withQuery(`/api${placeRoot(place)}/functions/${segment(name)}/insights`, query),
  uploadLayer: (place: Place, name: string) => `/api/uploads${placeRoot(place)}/layers/${segment(name)}`,
  layerContent: (place: Place, layer: string, version: number) =>
    `/api${placeRoot(place)}/layers/${segment(layer)}/versions/${version}`,
  /** Runs a memory tuning: POST of its plan, answered by a stream of TuningMessages. */
  memoryTuning: (place: Place, name: string) =>
    `/api${placeRoot(place)}/functions/${segment(name)}/configuration/general/memory-tuning`,
  search: (place: Place) => `/api${placeRoot(place)}/search`,
  /** Looks at the next few functions after a name: GET, answered by a LookPage. */
  checkUp: (place: Place, query: { after?: string } = {}) =>
    withQuery(`/api${below(place, 'check-up')}`, query),
  testMethod: (place: Place, apiId: string) => `/api${placeRoot(place)}/apis/${segment(apiId)}/test-method`,
  /** Imports a definition over an API: POST of its text and options. */
  importOver: (place: Place, apiId: string, protocol: 'REST' | 'HTTP') =>
    withQuery(`/api${placeRoot(place)}/apis/${segment(apiId)}/import-over`, {
      protocol: protocol === 'HTTP' ? protocol : undefined,
    }),
  exportApi: (place: Place, apiId: string, query: Readonly<Record<string, string>>) =>
    withQuery(`/api${placeRoot(place)}/apis/${segment(apiId)}/export`, query),
  /** Imports a definition: POST; `?preview=1` tells what an import would create. */
  importApi: (place: Place) => `/api${below(place, 'apis', 'import')}`,
  /** OpenAPI definition of an HTTP API: GET `&format=JSON|YAML&stage=&extensions=on`. */
  exportHttpApi: (place: Place, apiId: string, query: Readonly<Record<string, string | undefined>>) =>
    withQuery(`/api${below(place, 'apis', apiId, 'export')}`, { protocol: 'HTTP', ...query }),
  /** Calls a deployed API: POST of an ApiRequest. */
  apiRequests: (place: Place, apiId: string) => `/api${below(place, 'apis', apiId, 'requests')}`,
  /** Opens a connection with a WebSocket API: POST of a SocketRequest, answered by a stream of SocketEvents. */
  apiSockets: (place: Place, apiId: string) => `/api${below(place, 'apis', apiId, 'sockets')}`,
  /** Sends a message on a connection that is open: POST of its text. */
  apiSocket: (place: Place, apiId: string, socketId: string) =>
    `/api${below(place, 'apis', apiId, 'sockets', socketId)}`,
} as const;
