import { toneClass } from './tone';

/** A small figure beside a name. */
export function Count({
  value,
  tone = 'neutral',
}: {
  value: number;
  tone?: 'neutral' | 'warning' | 'danger' | 'accent';
}) {
  const edge = tone === 'neutral' ? 'bg-neutral-ground text-neutral-text' : `border ${toneClass[tone]}`;
  return (
    <span className={`rounded-4 px-4 text-12 leading-16 font-medium tabular-nums ${edge}`}>
      {value.toLocaleString('en-US')}
    </span>
  );
}
