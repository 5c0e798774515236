import * as z from 'zod';
import { locales } from '@/lib/i18n/define';

/** Name of the cookie that carries the preferences below as JSON. */
export const preferencesCookie = 'lambdeck-preferences';

const tableId = z.string().regex(/^[a-z][a-z-]{0,39}$/);

/** How one table is shown. Absent members mean the table's own defaults. */
const tablePreferences = z.object({
  pageSize: z.union([z.literal(20), z.literal(50), z.literal(100)]).optional(),
  hiddenColumns: z.array(z.string().max(40)).max(40).optional(),
});

const members = {
  theme: z.enum(['system', 'light', 'dark']),
  density: z.enum(['comfortable', 'compact']),
  locale: z.enum(locales).optional(),
  navigation: z.enum(['open', 'folded']),
  overview: z.enum(['open', 'folded']).optional(),
  shortcuts: z.enum(['on', 'off']),
  tables: z.record(tableId, tablePreferences),
};

/** A change to some of the preferences; anything else is refused. */
export const preferencesChangeSchema = z.strictObject({
  ...members,
  theme: members.theme.optional(),
  density: members.density.optional(),
  navigation: members.navigation.optional(),
  shortcuts: members.shortcuts.optional(),
  tables: members.tables.optional(),
});

const preferencesSchema = z.object({
  ...members,
  theme: members.theme.catch('system'),
  density: members.density.catch('comfortable'),
  locale: members.locale.catch(undefined),
  navigation: members.navigation.catch('open'),
  overview: members.overview.catch(undefined),
  shortcuts: members.shortcuts.catch('on'),
  tables: members.tables.catch({}),
});

export type Preferences = z.infer<typeof preferencesSchema>;
export type PreferencesChange = z.infer<typeof preferencesChangeSchema>;
export type TablePreferences = z.infer<typeof tablePreferences>;

/** Reads the cookie's text; what is missing or unreadable falls back to the default, never to an error. */
export function parsePreferences(cookie: string | undefined): Preferences {
  let stored: unknown;
  try {
    stored = JSON.parse(cookie ?? '{}');
  } catch {
    stored = {};
  }
  return preferencesSchema.catch(preferencesSchema.parse({})).parse(stored);
}

/** The preferences after a change. Tables merge one by one, so that two tables do not overwrite each other. */
export function mergePreferences(current: Preferences, change: PreferencesChange): Preferences {
  return { ...current, ...change, tables: { ...current.tables, ...change.tables } };
}
