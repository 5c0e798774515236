import { expect, it } from 'vitest';
import { overviewCookieLine, parseOverviewPreference } from './overview-preference';

it('is open on Code and folded elsewhere until someone says otherwise', () => {
  const byDefault = { isOpenOnCode: true, isOpenElsewhere: false, view: 'diagram' };
  for (const text of [undefined, '', 'x', '1', '2,0,list', '1,1x,list']) {
    expect(parseOverviewPreference(text)).toEqual(byDefault);
  }
});

it.each(['diagram', 'list', 'template'] as const)('reads back what it writes: %s', (view) => {
  const kept = { isOpenOnCode: false, isOpenElsewhere: true, view };
  const value = /=([^;]*)/.exec(overviewCookieLine(kept))?.[1];
  expect(parseOverviewPreference(value)).toEqual(kept);
  expect(parseOverviewPreference(encodeURIComponent(value ?? ''))).toEqual(kept);
});
