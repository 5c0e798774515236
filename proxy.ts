import { NextResponse, type NextRequest } from 'next/server';
import { contentSecurityPolicy } from '@/lib/auth/content-security-policy';
import { refusalOf, refusalText } from '@/lib/auth/origin';
import { isReadablePath } from '@/lib/auth/readable-path';
import { isSignInRequired, sessionCookieName } from '@/lib/auth/sign-in-required';
import { getConfig } from '@/lib/config';
import { routes } from '@/lib/routes';

/** Looks at every request first: is it for a host that is served, from our own pages; then the pages' headers. */
export function proxy(request: NextRequest): NextResponse {
  const config = getConfig();
  const { pathname } = request.nextUrl;
  const refusal = refusalOf({ method: request.method, pathname, headers: request.headers }, config);
  if (refusal !== undefined) return new NextResponse(refusalText(refusal), { status: 403 });

  if (!isReadablePath(pathname)) {
    if (pathname.startsWith('/api/')) return new NextResponse('The path cannot be read.', { status: 400 });
    // A path that no page has: answered with the console's own page for that.
    return NextResponse.rewrite(new URL('/unreadable-path', request.url), { status: 404 });
  }

  // A page would refuse as well; this spares drawing it. Whether the session is a real one, the guard decides.
  const isPage =
    request.headers.has('rsc') || (request.headers.get('accept')?.includes('text/html') ?? false);
  if (
    request.method === 'GET' &&
    isPage &&
    pathname !== routes.signIn() &&
    !pathname.startsWith(`${routes.signIn()}/`) &&
    isSignInRequired() &&
    !request.cookies.has(sessionCookieName)
  ) {
    return NextResponse.redirect(new URL(routes.signIn(pathname + request.nextUrl.search), request.url));
  }

  const nonce = Buffer.from(crypto.randomUUID()).toString('base64');
  const policy = contentSecurityPolicy(nonce, config.isDevelopment);
  const headers = new Headers(request.headers);
  // Next reads the nonce out of this header and puts it on its own scripts.
  headers.set('content-security-policy', policy);
  headers.set('x-nonce', nonce);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('content-security-policy', policy);
  response.headers.set('x-content-type-options', 'nosniff');
  response.headers.set('x-frame-options', 'DENY');
  response.headers.set('referrer-policy', 'same-origin');
  response.headers.set('cross-origin-opener-policy', 'same-origin');
  response.headers.set('cross-origin-resource-policy', 'same-origin');
  response.headers.set('permissions-policy', 'camera=(), microphone=(), geolocation=()');
  return response;
}

export const config = {
  // Uploads stay outside: a body that passes here is cut at 10 MB. Their routes ask `refuseForeign` themselves.
  matcher: ['/((?!api/uploads/|_next/static/|favicon.ico).*)'],
};
