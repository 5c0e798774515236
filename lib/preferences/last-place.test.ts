import { expect, it } from 'vitest';
import { lastPlaceCookieText, parseLastPlace } from './last-place';

it('reads what it wrote', () => {
  const place = { connectionId: 'acme-production', region: 'ap-northeast-1' };
  const value = /=([^;]+);/.exec(lastPlaceCookieText(place))?.[1];
  expect(parseLastPlace(value)).toEqual(place);
});

it.each([undefined, '', 'local', 'local/', '/us-east-1', 'a/b/c', '<x>/us-east-1', 'local/US'])(
  'drops %j',
  (cookie) => {
    expect(parseLastPlace(cookie)).toBeUndefined();
  },
);
