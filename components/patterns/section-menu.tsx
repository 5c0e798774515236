'use client';

import Link from 'next/link';
import { usePathname, useRouter } from 'next/navigation';
import { SelectControl } from '@/components/ui/select-field';

export interface SectionLink {
  readonly id: string;
  readonly label: string;
  readonly href: string;
  readonly count?: number;
  /** The heading it stands under; links of one group follow each other. */
  readonly group?: string;
}

/** Sections of a page beside its content; a select above it under 1100 px. Long labels wrap. */
export function SectionMenu(props: { label: string; sections: readonly SectionLink[] }) {
  const pathname = usePathname();
  const router = useRouter();
  const current = props.sections.find((section) => {
    const path = section.href.split('?')[0] ?? '';
    return pathname === path || pathname.startsWith(`${path}/`);
  });
  return (
    <>
      <nav
        aria-label={props.label}
        className="hidden w-subnav shrink-0 border-r border-edge p-12 desktop:block"
      >
        <ul className="sticky top-12 flex flex-col gap-2">
          {props.sections.map((section, index) => (
            <li key={section.id}>
              {section.group !== undefined && section.group !== props.sections[index - 1]?.group && (
                <p className={`px-12 pb-4 text-12 font-medium text-muted ${index === 0 ? '' : 'pt-12'}`}>
                  {section.group}
                </p>
              )}
              <Link
                href={section.href}
                aria-current={section === current ? 'page' : undefined}
                className={`flex min-h-nav-item items-center justify-between gap-8 rounded-6 px-12 py-4 text-balance ${section === current ? 'bg-accent-ground font-medium text-accent-text' : 'text-muted hover:bg-hover hover:text-text'}`}
              >
                {section.label}
                {section.count !== undefined && <span className="text-12 tabular-nums">{section.count}</span>}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <div className="px-inset pt-16 desktop:hidden">
        <SelectControl
          ariaLabel={props.label}
          options={props.sections.map(({ id, label, group }) => ({ value: id, label, group }))}
          value={current?.id}
          onValueChange={(id) => {
            const section = props.sections.find((s) => s.id === id);
            if (section) router.push(section.href);
          }}
        />
      </div>
    </>
  );
}
