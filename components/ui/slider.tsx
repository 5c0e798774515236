/** A value within a range, set by dragging or with the arrow keys. Put a NumberField beside it for the exact one. */
export function Slider(props: {
  label: string;
  value: number;
  min: number;
  max: number;
  step?: number;
  /** The value in words: "5 %". */
  text: string;
  disabled?: boolean;
  onValueChange: (value: number) => void;
}) {
  return (
    <input
      type="range"
      aria-label={props.label}
      aria-valuetext={props.text}
      value={props.value}
      min={props.min}
      max={props.max}
      step={props.step ?? 1}
      disabled={props.disabled}
      onChange={(event) => props.onValueChange(event.target.valueAsNumber)}
      className="h-target w-full min-w-0 cursor-pointer accent-accent disabled:cursor-default"
    />
  );
}
