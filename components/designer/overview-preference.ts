export const overviewViews = ['diagram', 'list', 'template'] as const;
export type OverviewView = (typeof overviewViews)[number];

/** How the overview was left: kept in a cookie, so that the server draws it that way and nothing jumps. */
export interface OverviewPreference {
  readonly isOpenOnCode: boolean;
  readonly isOpenElsewhere: boolean;
  readonly view: OverviewView;
}

export const overviewCookie = 'lambdeck-overview';

const yearSeconds = 365 * 24 * 60 * 60;
const byDefault: OverviewPreference = { isOpenOnCode: true, isOpenElsewhere: false, view: 'diagram' };

/** Reads `1,0,diagram`; anything else is the default: open on Code, folded elsewhere. */
export function parseOverviewPreference(text: string | undefined): OverviewPreference {
  const [onCode, elsewhere, view] = (text ?? '').split(/,|%2C/);
  if (!/^[01]$/.test(onCode ?? '') || !/^[01]$/.test(elsewhere ?? '')) return byDefault;
  return {
    isOpenOnCode: onCode === '1',
    isOpenElsewhere: elsewhere === '1',
    view: overviewViews.find((known) => known === view) ?? 'diagram',
  };
}

/** The `document.cookie` line that keeps a preference. */
export function overviewCookieLine({ isOpenOnCode, isOpenElsewhere, view }: OverviewPreference): string {
  const value = `${isOpenOnCode ? 1 : 0},${isOpenElsewhere ? 1 : 0},${view}`;
  return `${overviewCookie}=${value}; path=/; max-age=${yearSeconds}; samesite=lax`;
}
