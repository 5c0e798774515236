import { routes } from '@/lib/routes';

/** The path when it is one of this console's own, else the home page: a prepared link cannot lead away. */
export function ownPath(next: unknown): string {
  const isOwn = typeof next === 'string' && /^\/(?![/\\])[^\s\\]{0,1000}$/.test(next);
  return isOwn ? next : routes.home();
}
