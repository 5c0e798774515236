/** How much of a limit is used. `label` names it; `text` says it in figures ("208 B of 4 KB"). */
export function Progress(props: {
  label: string;
  value: number;
  max: number;
  text: string;
  hideText?: boolean;
}) {
  const share = props.max > 0 ? Math.min(props.value / props.max, 1) : 0;
  const isOver = props.value > props.max;
  const fill = isOver ? 'bg-danger-solid' : share > 0.9 ? 'bg-warning-solid' : 'bg-accent';
  return (
    <div className="flex items-center gap-12 text-12 text-muted">
      {!props.hideText && (
        <span className={`tabular-nums ${isOver ? 'text-danger-text' : ''}`}>{props.text}</span>
      )}
      <div
        role="meter"
        aria-label={props.label}
        aria-valuemin={0}
        aria-valuemax={props.max}
        aria-valuenow={Math.min(props.value, props.max)}
        aria-valuetext={props.text}
        className="h-4 min-w-field-short flex-1 overflow-hidden rounded-full bg-pressed"
      >
        <div className={`h-full rounded-full ${fill}`} style={{ width: `${share * 100}%` }} />
      </div>
    </div>
  );
}
