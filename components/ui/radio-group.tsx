'use client';

import { CircleX } from 'lucide-react';
import { type ReactNode, useId } from 'react';

export interface RadioOption<Value extends string> {
  readonly value: Value;
  readonly label: string;
  readonly description?: ReactNode;
  readonly icon?: ReactNode;
  readonly disabled?: boolean;
}

/** Choose one, all choices in view. `look="cards"` for the ways into a page, `"list"` inside a form. */
export function RadioGroup<Value extends string>(props: {
  legend: string;
  /** Keeps the legend for screen readers only, where a heading already says it. */
  hideLegend?: boolean;
  name: string;
  options: readonly RadioOption<Value>[];
  value: Value;
  onValueChange: (value: Value) => void;
  hint?: ReactNode;
  error?: string;
  look?: 'list' | 'cards';
  disabled?: boolean;
}) {
  const id = useId();
  const isCards = props.look === 'cards';
  return (
    <fieldset disabled={props.disabled} className="min-w-0" aria-describedby={`${id}-hint ${id}-error`}>
      <legend className={props.hideLegend ? 'sr-only' : 'mb-4 font-medium'}>{props.legend}</legend>
      <div
        className={isCards ? 'grid gap-12 tablet:auto-cols-fr tablet:grid-flow-col' : 'flex flex-col gap-4'}
      >
        {props.options.map((option) => (
          <Choice
            key={option.value}
            option={option}
            name={props.name}
            isCard={isCards}
            isChosen={option.value === props.value}
            onChoose={() => props.onValueChange(option.value)}
          />
        ))}
      </div>
      {props.hint && (
        <p id={`${id}-hint`} className="mt-4 text-12 text-muted">
          {props.hint}
        </p>
      )}
      {props.error && (
        <p id={`${id}-error`} className="mt-4 flex items-start gap-4 text-12 text-danger-text">
          <CircleX aria-hidden size={14} strokeWidth={1.75} className="mt-px shrink-0" />
          {props.error}
        </p>
      )}
    </fieldset>
  );
}

function Choice<Value extends string>(props: {
  option: RadioOption<Value>;
  name: string;
  isCard: boolean;
  isChosen: boolean;
  onChoose: () => void;
}) {
  const { option } = props;
  const id = useId();
  const card =
    'rounded-8 border border-edge-strong p-12 has-checked:border-accent has-checked:bg-accent-ground hover:bg-hover';
  return (
    <div className={`relative flex items-start gap-8 ${props.isCard ? card : 'min-h-target'}`}>
      <input
        type="radio"
        id={id}
        name={props.name}
        value={option.value}
        checked={props.isChosen}
        onChange={props.onChoose}
        disabled={option.disabled}
        aria-describedby={option.description ? `${id}-more` : undefined}
        className="mt-2 size-16 shrink-0 appearance-none rounded-full border border-edge-control bg-surface checked:border-5 checked:border-accent disabled:bg-disabled"
      />
      {option.icon}
      <div className="min-w-0">
        {/* The label covers the whole card. */}
        <label htmlFor={id} className={props.isCard ? 'font-medium after:absolute after:inset-0' : 'block'}>
          {option.label}
        </label>
        {option.description && (
          <p id={`${id}-more`} className="text-12 text-muted">
            {option.description}
          </p>
        )}
      </div>
    </div>
  );
}
