/** False for a path with a percent escape that means no text (`%E0`, `%zz`). */
export function isReadablePath(pathname: string): boolean {
  try {
    decodeURIComponent(pathname);
    return true;
  } catch {
    return false;
  }
}
