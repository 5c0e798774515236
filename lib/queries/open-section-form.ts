import 'server-only';
import { proposedTexts } from '@/lib/domain/proposed-general';
import type { PlainSection } from '@/lib/forms/sections';
import { getTranslator } from '@/lib/i18n/server';
import { getCliOptions } from '@/lib/queries/cli-options';
import { openFunctionPage, type FunctionPageProps } from '@/lib/queries/open-function-page';
import { getSection } from '@/lib/queries/sections';

export interface SectionFormPageProps {
  readonly params: FunctionPageProps['params'];
  /** Proposed values by the names of the fields. */
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

/** How the edit page of a plain section begins: what it is filled from, and what every such form is handed. */
export async function openSectionForm<Section extends PlainSection>(
  props: SectionFormPageProps,
  section: Section,
) {
  const { place, functionName, mayChange } = await openFunctionPage(props);
  const [latest, cli, proposed, t] = await Promise.all([
    getSection(place, functionName, section),
    getCliOptions(place),
    props.searchParams,
    getTranslator('configuration'),
  ]);
  return {
    latest,
    shell: { place, functionName, section },
    form: {
      place,
      functionName,
      cli,
      proposed: latest.ok ? proposedTexts(proposed, Object.keys(latest.data.values)) : undefined,
      cannotSaveReason: mayChange ? undefined : t('roleNeeded'),
    },
  };
}
