'use client';

import { Checkbox } from '@/components/ui/checkbox';

/** Several of a few, in the order in which they are offered. */
export function CheckList<Option extends string>(props: {
  legend: string;
  hint?: string;
  options: readonly Option[];
  chosen: readonly Option[];
  onChange: (chosen: readonly Option[]) => void;
}) {
  return (
    <fieldset className="min-w-0">
      <legend className="mb-4 font-medium">{props.legend}</legend>
      <div className="flex flex-wrap gap-x-16 gap-y-8">
        {props.options.map((option) => (
          <Checkbox
            key={option}
            label={option}
            checked={props.chosen.includes(option)}
            onChange={(event) =>
              props.onChange(
                props.options.filter((other) =>
                  other === option ? event.target.checked : props.chosen.includes(other),
                ),
              )
            }
          />
        ))}
      </div>
      {props.hint && <p className="mt-4 text-12 text-muted">{props.hint}</p>}
    </fieldset>
  );
}
