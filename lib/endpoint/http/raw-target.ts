/** The request target as sent: no normalising of `..` and `//`, which `new URL` would do. */
export interface RawTarget {
  readonly path: string;
  /** Without the question mark. */
  readonly query: string;
}

/** Splits origin-form (`/a?b`) and absolute-form (`http://host/a?b`) targets; undefined for others. */
export function splitTarget(target: string): RawTarget | undefined {
  let rest = target;
  if (!rest.startsWith('/')) {
    const absolute = /^https?:\/\/[^/?#]+/i.exec(rest);
    if (!absolute) return undefined;
    rest = rest.slice(absolute[0].length);
    if (!rest.startsWith('/')) rest = `/${rest}`;
  }
  const at = rest.indexOf('?');
  return at < 0 ? { path: rest, query: '' } : { path: rest.slice(0, at), query: rest.slice(at + 1) };
}

/** Host name of a `Host` header, lower-case and without port; undefined for text that is none. */
export function hostNameOf(host: string | undefined): string | undefined {
  const match = /^(\[[0-9a-f:.]+\]|[a-z0-9_.-]+)(:\d{1,5})?$/i.exec(host ?? '');
  return match?.[1]?.toLowerCase();
}
