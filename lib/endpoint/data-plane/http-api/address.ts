/** Which API a request is for. */
export interface ApiAddress {
  readonly apiId: string;
  /** From the stage on, without the prefix of the path form; neither decoded nor normalised. */
  readonly path: string;
  readonly isHostForm: boolean;
}

const hostPattern = /^([a-z0-9][a-z0-9-]{0,62})\.execute-api\./;
const pathPattern = /^\/_aws\/execute-api\/([a-z0-9][a-z0-9-]{0,62})(\/.*)?$/s;
/** Of older scripts. The control plane has no path with `_user_request_`. */
const oldPathPattern = /^\/restapis\/([a-z0-9][a-z0-9-]{0,62})\/([^/]+)\/_user_request_(\/.*)?$/s;

/**
 * Reads `{apiId}.execute-api.…`, `/_aws/execute-api/{apiId}/…` and `/restapis/{apiId}/{stage}/_user_request_/…`; undefined
 * for anything else.
 */
export function readAddress(target: {
  readonly hostName: string;
  readonly path: string;
}): ApiAddress | undefined {
  const byHost = hostPattern.exec(target.hostName)?.[1];
  if (byHost !== undefined) return { apiId: byHost, path: target.path, isHostForm: true };
  const byPath = pathPattern.exec(target.path);
  if (byPath?.[1] !== undefined) return { apiId: byPath[1], path: byPath[2] ?? '/', isHostForm: false };
  const [, apiId, stage = '', rest = ''] = oldPathPattern.exec(target.path) ?? [];
  return apiId === undefined ? undefined : { apiId, path: `/${stage}${rest}`, isHostForm: false };
}
