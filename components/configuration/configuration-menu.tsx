'use client';

import { useSearchParams } from 'next/navigation';
import { SectionMenu, type SectionLink } from '@/components/patterns/section-menu';
import { readQualifier } from '@/lib/domain/qualifier';
import { withQuery } from '@/lib/routes';

/** Settings of the function as a whole, which its versions and aliases do not have. */
const wholeFunction: readonly string[] = ['tags', 'concurrency', 'code-signing', 'history'];

/** The sections there are for what is in view: the function, or one of its versions or aliases. */
export function ConfigurationMenu(props: { label: string; sections: readonly SectionLink[] }) {
  const qualifier = readQualifier(useSearchParams().get('qualifier') ?? undefined);
  const sections = props.sections
    .filter(({ id }) => qualifier === undefined || !wholeFunction.includes(id))
    .map((section) => ({ ...section, href: withQuery(section.href, { qualifier }) }));
  return <SectionMenu label={props.label} sections={sections} />;
}
