import { Plus } from 'lucide-react';
import type { ComponentProps, ReactNode } from 'react';
import { Empty } from '@/components/patterns/empty';
import { Failure } from '@/components/patterns/failure';
import { PageHeader } from '@/components/patterns/page-header';
import { ButtonLink } from '@/components/ui/button-link';
import { getTranslator } from '@/lib/i18n/server';
import type { ConsoleError } from '@/lib/domain/console-error';
import type { Result } from '@/lib/shared/result';
import { routes, type Place } from '@/lib/routes';
import { ThingList } from './thing-list';

type ListProps<Thing extends { readonly id: string }> = Omit<
  ComponentProps<typeof ThingList<Thing>>,
  'caption' | 'things' | 'isCut'
>;

/** A page that lists things of API Gateway which belong to no API: its header, and what stands in place of a list. */
export async function ThingListPage<Thing extends { readonly id: string }>(
  props: ListProps<Thing> & {
    title: string;
    place: Place;
    list: Result<{ rows: readonly Thing[]; isCut: boolean }, ConsoleError>;
    empty: { title: string; text: string };
    create: { label: string; href: string };
    /** Why nothing may be changed. */
    refusedReason: string | undefined;
    /** A second way to the first thing. */
    otherAct?: ReactNode;
    /** What is to be said above the list. */
    notes?: ReactNode;
  },
) {
  const { title, place, list, empty, create, refusedReason, otherAct, notes, ...shown } = props;
  const t = await getTranslator('apis');
  const things = list.ok ? list.data.rows : [];
  const hasNothing = list.ok && things.length === 0;
  const createAct = (
    <ButtonLink
      variant="primary"
      href={create.href}
      icon={<Plus aria-hidden size={16} strokeWidth={1.75} />}
      disabledReason={refusedReason}
      shortcut="create"
    >
      {create.label}
    </ButtonLink>
  );
  return (
    <>
      <PageHeader
        breadcrumbs={[{ label: t('apiGateway'), href: routes.apis(place) }, { label: title }]}
        title={title}
        count={list.ok ? things.length : undefined}
        acts={
          !hasNothing && (
            <>
              {otherAct}
              {createAct}
            </>
          )
        }
      />
      {!list.ok && (
        <div className="max-w-list p-inset">
          <Failure error={list.error} />
        </div>
      )}
      {notes}
      {hasNothing && (
        <Empty
          title={empty.title}
          text={empty.text}
          acts={
            <>
              {createAct}
              {otherAct}
            </>
          }
        />
      )}
      {things.length > 0 && (
        <ThingList {...shown} caption={title} things={things} isCut={list.ok && list.data.isCut} />
      )}
    </>
  );
}
