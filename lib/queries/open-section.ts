import 'server-only';
import type { PlainSection } from '@/lib/forms/sections';
import { getTranslator } from '@/lib/i18n/server';
import { openFunctionPage, type FunctionPageProps } from '@/lib/queries/open-function-page';
import { getSection } from '@/lib/queries/sections';
import { routes } from '@/lib/routes';

/** How the page of a plain section begins: who looks, what the section says, and its way to the form. */
export async function openSection<Section extends PlainSection>(props: FunctionPageProps, section: Section) {
  const opened = await openFunctionPage(props);
  const { place, functionName, qualifier, mayChange } = opened;
  const [found, t] = await Promise.all([
    getSection(place, functionName, section, qualifier),
    getTranslator('configuration'),
  ]);
  return {
    ...opened,
    found,
    /** False at a version or an alias: they keep what the function had. */
    edit: qualifier === undefined && {
      editHref: routes.editConfiguration(place, functionName, section),
      editDisabledReason: mayChange ? undefined : t('roleNeeded'),
    },
  };
}
