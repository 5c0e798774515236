import type { ReactNode } from 'react';
import { EmptyLine } from '@/components/patterns/empty';
import { FindForm } from '@/components/patterns/find-form';
import type { Column } from '@/components/patterns/resource-table/column';
import { Pagination } from '@/components/patterns/resource-table/pagination';
import { ResourceTable } from '@/components/patterns/resource-table/resource-table';
import { Note } from '@/components/ui/note';
import { TextLink } from '@/components/ui/text-link';
import { pageOf } from '@/lib/domain/function-list';
import { getTranslator } from '@/lib/i18n/server';
import { withQuery } from '@/lib/routes';

const pageSize = 50;

/** Things of an account that belong to no API: found by words, in pages. `find` and `page` stand in the address. */
export async function ThingList<Thing extends { readonly id: string }>(props: {
  /** What is listed. */
  caption: string;
  /** Address of the list. */
  href: string;
  query: Readonly<Record<string, string | undefined>>;
  things: readonly Thing[];
  /** Words by which a thing is found. */
  textsOf: (thing: Thing) => readonly string[];
  columns: readonly Column<Thing>[];
  /** There were more than are read. */
  isCut?: boolean;
  rowActs?: (thing: Thing) => ReactNode;
  rowActsHeader?: string;
}) {
  const t = await getTranslator('things');
  const { href, things } = props;
  const find = props.query['find'] ?? '';
  const sought = find.trim().toLowerCase();
  const found = things.filter((thing) =>
    props.textsOf(thing).some((text) => text.toLowerCase().includes(sought)),
  );
  const page = pageOf(found, Math.max(1, Math.trunc(Number(props.query['page'])) || 1), pageSize);
  return (
    <div className="flex max-w-list flex-col gap-12 pt-12">
      <div className="flex flex-wrap items-center gap-12 px-inset">
        <FindForm href={href} label={t('find')} text={find} act={t('search')} />
        <div className="ml-auto">
          <Pagination
            {...page}
            hrefFor={(number) =>
              withQuery(href, { find: find || undefined, page: number > 1 ? number : undefined })
            }
          />
        </div>
      </div>
      {props.isCut && (
        <div className="px-inset">
          <Note tone="info">{t('isCut', { count: things.length })}</Note>
        </div>
      )}
      <ResourceTable
        caption={props.caption}
        columns={props.columns}
        rows={page.rows}
        rowId={({ id }) => id}
        rowActs={props.rowActs}
        rowActsHeader={props.rowActsHeader}
        empty={
          <EmptyLine>
            {t('noMatches', { text: find })} <TextLink href={href}>{t('clear')}</TextLink>
          </EmptyLine>
        }
      />
    </div>
  );
}
