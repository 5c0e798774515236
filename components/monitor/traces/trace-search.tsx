import Form from 'next/form';
import Link from 'next/link';
import { Button } from '@/components/ui/button';
import { TextInput } from '@/components/ui/text-input';
import { getTranslator } from '@/lib/i18n/server';
import { routes, type Place } from '@/lib/routes';
import { traceRanges, type TraceRange } from './trace-ranges';

/** Which traces, and how they are shown. All of it stands in the address, and works before any script has loaded. */
export async function TraceSearch(props: {
  place: Place;
  functionName: string;
  range: TraceRange;
  filter: string | undefined;
  isMap: boolean;
}) {
  const t = await getTranslator('metrics');
  const { place, functionName, range, filter, isMap } = props;
  const hrefOf = (change: { range?: string; isMap?: boolean }) =>
    routes.monitorView(place, functionName, 'traces', {
      range: change.range ?? range.id,
      ...(filter !== undefined && { filter }),
      ...((change.isMap ?? isMap) && { view: 'map' }),
    });
  return (
    <div className="flex flex-wrap items-center gap-x-16 gap-y-8">
      {!isMap && (
        <Form
          action={routes.monitorView(place, functionName, 'traces')}
          role="search"
          className="flex w-full max-w-field items-center gap-8"
        >
          <input type="hidden" name="range" value={range.id} />
          <TextInput
            key={filter}
            type="search"
            name="filter"
            aria-label={t('traces.filter')}
            placeholder={t('traces.filterExample')}
            defaultValue={filter}
            maxLength={1000}
            data-shortcut="filter"
          />
          <Button type="submit">{t('traces.search')}</Button>
        </Form>
      )}
      <ChoiceLinks
        label={t('traces.range')}
        choices={traceRanges.map(({ id }) => ({
          text: t(`traces.ranges.${id}`),
          href: hrefOf({ range: id }),
          isCurrent: id === range.id,
        }))}
      />
      <ChoiceLinks
        label={t('traces.view')}
        choices={[
          { text: t('traces.list'), href: hrefOf({ isMap: false }), isCurrent: !isMap },
          { text: t('traces.map'), href: hrefOf({ isMap: true }), isCurrent: isMap },
        ]}
      />
    </div>
  );
}

function ChoiceLinks(props: {
  label: string;
  choices: readonly { text: string; href: string; isCurrent: boolean }[];
}) {
  return (
    <nav aria-label={props.label} className="flex w-fit rounded-6 bg-neutral-ground p-2 text-12 font-medium">
      {props.choices.map(({ text, href, isCurrent }) => (
        <Link
          key={text}
          href={href}
          aria-current={isCurrent ? 'true' : undefined}
          className={`flex min-h-target items-center rounded-4 border px-8 whitespace-nowrap ${isCurrent ? 'border-edge-strong bg-surface text-text' : 'border-transparent text-muted hover:text-text'}`}
        >
          {text}
        </Link>
      ))}
    </nav>
  );
}
