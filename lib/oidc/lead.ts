import 'server-only';
import { isByTls } from '@/lib/auth/session-cookies';
import { signInRoutes } from '@/lib/sign-in-routes';

/** Sends the browser on. Neither kept nor told to the next site, since addresses here hold codes. */
export function leadTo(location: string): Response {
  return new Response(null, {
    status: 303,
    headers: { location, 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' },
  });
}

/**
 * Where the provider sends the browser back: the host that it came to, which `proxy.ts` has found to be one of ours,
 * by https when a proxy in front says so. The provider has to know the address as well, to the letter.
 */
export function callbackAddress(headers: Headers): string {
  return `${isByTls(headers) ? 'https' : 'http'}://${headers.get('host') ?? ''}${signInRoutes.callback()}`;
}
