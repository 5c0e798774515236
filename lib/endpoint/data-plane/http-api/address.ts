/** Which API a request is for. */
export interface ApiAddress {
  readonly apiId: string;
  /** From the stage on, without the prefix of the path form; neither decoded nor normalised. */
  readonly path: string;
  readonly isHostForm: boolean;
}

const hostPattern = /^([a-z0-9][a-z0-9-]{0,62})\.execute-api\./;
const pathPattern = /^\/_aws\/execute-api\/([a-z0-9][a-z0-9-]{0,62})(\/.*)?$/s;

/** Reads `{apiId}.execute-api.…` and `/_aws/execute-api/{apiId}/…`; undefined for anything else. */
export function readAddress(target: {
  readonly hostName: string;
  readonly path: string;
}): ApiAddress | undefined {
  const byHost = hostPattern.exec(target.hostName)?.[1];
  if (byHost !== undefined) return { apiId: byHost, path: target.path, isHostForm: true };
  const byPath = pathPattern.exec(target.path);
  return byPath?.[1] === undefined
    ? undefined
    : { apiId: byPath[1], path: byPath[2] ?? '/', isHostForm: false };
}
