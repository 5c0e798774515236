'use client';

import { RefreshCw } from 'lucide-react';
import { usePathname, useRouter } from 'next/navigation';
import { useEffect, useState, useTransition } from 'react';
import { Button } from '@/components/ui/button';
import { Segmented } from '@/components/ui/segmented';
import { SelectControl } from '@/components/ui/select-field';
import { metricRanges, type MetricData, type MetricGraph, type MetricRangeId } from '@/lib/domain/metrics';
import { withQuery } from '@/lib/routes';
import { MetricChart } from './metric-chart';
import { useMetricWords } from './use-metric-words';

const intervals = ['0', '10', '60'] as const;

/** The graphs of a thing with one range, one cursor, and a refresh by hand or by the clock. */
export function MetricBoard(props: {
  graphs: readonly MetricGraph[];
  data: MetricData;
  range: MetricRangeId;
  /** What else stays in the address when the range changes. */
  kept: Readonly<Record<string, string | undefined>>;
}) {
  const { t } = useMetricWords();
  const router = useRouter();
  const pathname = usePathname();
  const [cursor, setCursor] = useState<number>();
  // Shown as chosen at once; the figures follow when they are there.
  const [range, setRange] = useState(props.range);
  const [seconds, setSeconds] = useState<string>('0');
  const [isPending, startTransition] = useTransition();

  useEffect(() => {
    if (seconds === '0') return undefined;
    const timer = setInterval(
      () => {
        // Nobody looks: nothing is asked.
        if (!document.hidden) startTransition(() => router.refresh());
      },
      Number(seconds) * 1_000,
    );
    return () => clearInterval(timer);
  }, [seconds, router]);

  return (
    <section aria-label={t('title')} className="flex flex-col gap-16">
      <div className="flex flex-wrap items-center justify-end gap-x-12 gap-y-8">
        <Segmented
          label={t('range')}
          options={metricRanges.map(({ id }) => ({ value: id, label: id }))}
          value={range}
          onValueChange={(next) => {
            setRange(next);
            startTransition(() =>
              router.replace(withQuery(pathname, { ...props.kept, range: next }), {
                scroll: false,
              }),
            );
          }}
        />
        <div className="w-menu max-w-full tablet:w-auto">
          <SelectControl
            ariaLabel={t('interval')}
            options={intervals.map((value) => ({ value, label: t(`every.${value}`) }))}
            value={seconds}
            onValueChange={setSeconds}
          />
        </div>
        <Button
          pending={isPending}
          icon={<RefreshCw aria-hidden size={16} strokeWidth={1.75} />}
          onClick={() => startTransition(() => router.refresh())}
        >
          {t('refresh')}
        </Button>
      </div>
      <div className="grid items-start gap-12 tablet:grid-cols-2 desktop:grid-cols-3 wide:grid-cols-4">
        {props.graphs.map((graph) => (
          <MetricChart key={graph.id} graph={graph} data={props.data} cursor={cursor} onCursor={setCursor} />
        ))}
      </div>
    </section>
  );
}
