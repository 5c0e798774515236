import type { Place } from '@/lib/routes';

/** Where this browser was last: `connection/region`. Written by the browser, read by pages without a place. */
export const lastPlaceCookie = 'lambdeck-place';

/** Reads the cookie; undefined for anything that is not two plain words. */
export function parseLastPlace(cookie: string | undefined): Place | undefined {
  const match = /^([\w.-]{1,100})\/([a-z0-9-]{1,40})$/.exec(cookie ?? '');
  const [, connectionId, region] = match ?? [];
  return connectionId && region ? { connectionId, region } : undefined;
}

/** The text of the cookie, with its attributes, for `document.cookie`. */
export function lastPlaceCookieText(place: Place): string {
  return `${lastPlaceCookie}=${place.connectionId}/${place.region}; path=/; max-age=31536000; samesite=lax`;
}
