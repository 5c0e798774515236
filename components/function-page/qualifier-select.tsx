'use client';

import { ChevronDown, GitBranch } from 'lucide-react';
import { useTranslations } from 'use-intl/react';
import { Menu, type MenuItem } from '@/components/ui/menu';
import { isVersionNumber, workingCopy } from '@/lib/domain/qualifier';
import { routes, type Place } from '@/lib/routes';
import { useQualifier, useQualifierHref } from './use-qualifier';

/** What the selector and the notice know: the lists as far as they could be read. */
export interface QualifierChoices {
  readonly versions: readonly { readonly version: string; readonly description: string }[];
  readonly aliases: readonly { readonly name: string; readonly versions: readonly string[] }[];
  /** Both lists were read to their end, so what is not in them does not exist. */
  readonly isComplete: boolean;
}

const shownMax = 12;

/** "Version: $LATEST" and the way to the others; the tabs have all of them. */
export function QualifierSelect(props: { place: Place; name: string; choices: QualifierChoices }) {
  const t = useTranslations('versions');
  const { place, name, choices } = props;
  const qualifier = useQualifier();
  const hrefOf = useQualifierHref(place, name);
  const item = (value: string | undefined, detail: string): MenuItem => ({
    id: value ?? workingCopy,
    label: value ?? workingCopy,
    href: hrefOf(value),
    checked: value === qualifier,
    ...(detail && { detail }),
  });
  const more = (id: 'aliases' | 'versions', label: string, total: number): readonly MenuItem[] =>
    total > shownMax
      ? [{ id: `all-${id}`, label, meta: String(total), href: routes.functionTab(place, name, id) }]
      : [];
  const { aliases, versions } = choices;
  const groups = [
    { id: 'latest', items: [item(undefined, t('qualifier.latest'))] },
    {
      id: 'aliases',
      label: t('aliases'),
      items: [
        ...aliases.slice(0, shownMax).map((alias) => item(alias.name, alias.versions.join(' · '))),
        ...more('aliases', t('qualifier.allAliases'), aliases.length),
      ],
    },
    {
      id: 'versions',
      label: t('versions'),
      items: [
        ...versions.slice(0, shownMax).map(({ version, description }) => item(version, description)),
        ...more('versions', t('qualifier.all'), versions.length),
      ],
    },
  ].filter(({ items }) => items.length > 0);
  const isAlias = qualifier !== undefined && !isVersionNumber(qualifier);
  return (
    <Menu label={t('qualifier.choose')} groups={groups} size="small" align="start" namedByContent>
      <GitBranch aria-hidden size={16} strokeWidth={1.75} className="text-muted" />
      {t(isAlias ? 'qualifier.labelAlias' : 'qualifier.label', { qualifier: qualifier ?? workingCopy })}
      <ChevronDown aria-hidden size={16} strokeWidth={1.75} />
    </Menu>
  );
}
