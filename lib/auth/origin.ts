import 'server-only';
import { isLoopbackHost, type Config } from '@/lib/config';

// Pure, so that proxy.ts and the upload routes, which bodies reach around the proxy, ask the same question.

const loopbackNames = ['localhost', '127.0.0.1', '[::1]'];

/** `console.example:3000` → `console.example`; lower case, without the port. */
export function hostNameOf(host: string): string {
  return host.toLowerCase().replace(/:\d+$/, '');
}

/** True when the console serves this `Host`; a name that an attacker rebound to this machine is none of them. */
export function isHostServed(host: string | null, config: Pick<Config, 'host' | 'allowedHosts'>): boolean {
  if (host === null || host === '') return false;
  const name = hostNameOf(host);
  if (loopbackNames.includes(name)) return true;
  // A browser that names an address was sent to that address: only names can be rebound.
  if (!isLoopbackHost(config.host) && /^(\d{1,3}(\.\d{1,3}){3}|\[[0-9a-f:.]+\])$/.test(name)) return true;
  const own = config.host.includes(':') ? `[${config.host}]` : config.host;
  return name === own.toLowerCase() || config.allowedHosts.some((allowed) => hostNameOf(allowed) === name);
}

export type OriginRefusal = 'host' | 'origin';

/**
 * Why a request is refused before anything looks at it, or undefined. Browsers say where a request comes from in
 * `Sec-Fetch-Site` and `Origin`; programs that send neither cannot be made to act by a web page.
 * Navigations (`GET` of a page) are welcome from anywhere, since they change nothing.
 */
export function refusalOf(
  request: { readonly method: string; readonly pathname: string; readonly headers: Headers },
  config: Pick<Config, 'host' | 'allowedHosts'>,
): OriginRefusal | undefined {
  const host = request.headers.get('host');
  if (!isHostServed(host, config)) return 'host';
  const isRead = request.method === 'GET' || request.method === 'HEAD';
  if (isRead && !request.pathname.startsWith('/api/')) return undefined;

  const site = request.headers.get('sec-fetch-site');
  if (site !== null && site !== 'same-origin' && site !== 'none') return 'origin';
  const origin = request.headers.get('origin');
  if (origin === null) return undefined;
  if (!URL.canParse(origin)) return 'origin'; // `null`: a sandboxed frame or a file.
  const from = new URL(origin);
  // Behind a proxy that ends TLS the scheme differs, so the host alone decides.
  return from.host === host?.toLowerCase().replace(from.protocol === 'https:' ? /:443$/ : /:80$/, '')
    ? undefined
    : 'origin';
}

/** The answer to a refused request, or undefined when it may go on. For route handlers outside of the proxy. */
export function refuseForeign(request: Request, config: Config): Response | undefined {
  const { pathname } = new URL(request.url);
  const refusal = refusalOf({ method: request.method, pathname, headers: request.headers }, config);
  return refusal === undefined ? undefined : new Response(refusalText(refusal), { status: 403 });
}

/** One sentence for whoever reads the answer. */
export function refusalText(refusal: OriginRefusal): string {
  return refusal === 'host'
    ? 'This console does not serve that host name. An administrator can add it with LAMBDECK_ALLOWED_HOSTS.'
    : 'Requests from other origins are refused.';
}
