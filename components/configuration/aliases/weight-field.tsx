'use client';

import { Undo2 } from 'lucide-react';
import { useTranslations } from 'use-intl/react';
import { Button } from '@/components/ui/button';
import { NumberField } from '@/components/ui/number-field';
import { Slider } from '@/components/ui/slider';
import { parsePercent } from '@/lib/domain/alias-routing';

/** The share of the additional version: a slider for the hand, a number for the exact one, and the way to zero. */
export function WeightField(props: {
  value: string;
  onChange: (percent: string) => void;
  version: string;
  changed: boolean;
  error: string | undefined;
}) {
  const t = useTranslations('versions.form');
  const percent = parsePercent(props.value);
  const known = Number.isNaN(percent) ? 0 : percent;
  return (
    <div className="flex flex-col gap-8">
      <NumberField
        label={t('weight')}
        name="weight"
        unit="%"
        step="any"
        min={0}
        max={100}
        hint={
          Number.isNaN(percent)
            ? t('weightHint')
            : t('effect', { count: Math.round(known * 10), version: props.version })
        }
        value={props.value}
        changed={props.changed}
        error={props.error}
        onChange={(event) => props.onChange(event.target.value)}
      />
      <div className="flex max-w-menu items-center gap-12">
        <Slider
          label={t('weightSlider')}
          min={0}
          max={100}
          value={known}
          text={`${known} %`}
          onValueChange={(value) => props.onChange(String(value))}
        />
      </div>
      <div>
        <Button
          size="small"
          icon={<Undo2 aria-hidden size={16} strokeWidth={1.75} />}
          onClick={() => props.onChange('0')}
        >
          {t('rollBack')}
        </Button>
      </div>
    </div>
  );
}
