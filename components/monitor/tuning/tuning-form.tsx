'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { Button } from '@/components/ui/button';
import { NumberField } from '@/components/ui/number-field';
import { SelectField } from '@/components/ui/select-field';
import { TextAreaField } from '@/components/ui/text-area-field';
import { TextField } from '@/components/ui/text-field';
import { parseSizes, tuningDefaults, tuningRunsMax, tuningSizesMax } from '@/lib/domain/memory-tuning';
import type { TestEvent } from '@/lib/domain/test-event';
import type { TuningPlan } from './use-tuning';

const isJson = (text: string) => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

/** Event, sizes and runs of each. */
export function TuningForm(props: {
  events: readonly TestEvent[];
  currentMb: number;
  isRunning: boolean;
  cannotStartReason: string | undefined;
  onStart: (plan: TuningPlan) => void;
}) {
  const t = useTranslations('memoryTuning');
  const [event, setEvent] = useState(props.events[0]?.body ?? '{}');
  const [sizes, setSizes] = useState(() =>
    [...new Set([...tuningDefaults.sizesMb, props.currentMb])].sort((a, b) => a - b).join(', '),
  );
  const [runs, setRuns] = useState(String(tuningDefaults.runs));

  const sizesMb = parseSizes(sizes);
  const areSizesWrong = !sizesMb || sizesMb.length === 0 || sizesMb.length > tuningSizesMax;
  const count = /^\d{1,3}$/.test(runs.trim()) ? Number(runs) : 0;
  const areRunsWrong = count < 1 || count > tuningRunsMax;
  const problem = !isJson(event)
    ? t('eventWrong')
    : areSizesWrong
      ? t('sizesWrong', { max: tuningSizesMax })
      : areRunsWrong
        ? t('runsWrong', { max: tuningRunsMax })
        : undefined;
  const all = problem === undefined ? (sizesMb?.length ?? 0) * count : undefined;
  return (
    <form
      noValidate
      className="flex flex-col gap-field"
      onSubmit={(submit) => {
        submit.preventDefault();
        if (props.cannotStartReason || props.isRunning || problem !== undefined || !sizesMb) return;
        props.onStart({ event, sizesMb, runs: count });
      }}
    >
      {props.events.length > 0 && (
        <SelectField
          label={t('savedEvent')}
          placeholder={t('chooseEvent')}
          className="max-w-menu"
          options={props.events.map(({ name }) => ({ value: name, label: name }))}
          value={props.events.find(({ body }) => body === event)?.name ?? ''}
          onValueChange={(name) => setEvent(props.events.find((one) => one.name === name)?.body ?? event)}
        />
      )}
      <TextAreaField
        label={t('event')}
        mono
        rows={5}
        value={event}
        error={isJson(event) ? undefined : t('eventWrong')}
        onChange={({ target }) => setEvent(target.value)}
      />
      <div className="grid gap-field tablet:grid-cols-2">
        <TextField
          label={t('sizes')}
          hint={t('sizesHint', { max: tuningSizesMax })}
          value={sizes}
          error={areSizesWrong ? t('sizesWrong', { max: tuningSizesMax }) : undefined}
          onChange={({ target }) => setSizes(target.value)}
        />
        <NumberField
          label={t('runs')}
          hint={t('runsHint', { max: tuningRunsMax })}
          value={runs}
          error={areRunsWrong ? t('runsWrong', { max: tuningRunsMax }) : undefined}
          onChange={({ target }) => setRuns(target.value)}
        />
      </div>
      <div>
        <Button
          type="submit"
          variant="primary"
          pending={props.isRunning}
          disabledReason={props.cannotStartReason ?? problem}
        >
          {all === undefined ? t('startNone') : t('start', { count: all })}
        </Button>
      </div>
    </form>
  );
}
