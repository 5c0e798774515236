/** Which URL a request is for. */
export interface UrlAddress {
  readonly urlId: string;
  /** As the function sees it: without the prefix of the path form, neither decoded nor normalised. */
  readonly path: string;
}

const hostPattern = /^([a-z0-9]{32})\.lambda-url\.[a-z0-9-]+\./;
const pathPattern = /^\/_aws\/lambda-url\/([a-z0-9]{32})(\/.*)?$/s;

/** Reads `{urlId}.lambda-url.{region}.…` and `/_aws/lambda-url/{urlId}/…`; undefined for anything else. */
export function readAddress(target: {
  readonly hostName: string;
  readonly path: string;
}): UrlAddress | undefined {
  const byHost = hostPattern.exec(target.hostName)?.[1];
  if (byHost !== undefined) return { urlId: byHost, path: target.path };
  const byPath = pathPattern.exec(target.path);
  return byPath?.[1] === undefined ? undefined : { urlId: byPath[1], path: byPath[2] ?? '/' };
}
