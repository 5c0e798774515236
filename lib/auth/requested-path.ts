/** Set by the proxy on every request, over whatever the browser sent: the path that was asked for. */
export const requestedPathHeader = 'x-lambdeck-path';

/** False for a path with a percent escape that means no text (`%E0`, `%zz`). */
export function isReadablePath(pathname: string): boolean {
  try {
    decodeURIComponent(pathname);
    return true;
  } catch {
    return false;
  }
}
