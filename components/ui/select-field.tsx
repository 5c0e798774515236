'use client';

import { Select } from '@base-ui/react/select';
import { Check, ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import { Field, type FieldProps } from './field';
import { groupLabelClass, listClass, optionClass, popupClass } from './popup-style';
import { inputClass } from './text-input';

export interface SelectOption {
  readonly value: string;
  readonly label: string;
  /** A second line: dates, limits, why it is off. */
  readonly detail?: string;
  readonly group?: string;
  readonly disabled?: boolean;
  readonly badge?: ReactNode;
}

interface SelectProps {
  options: readonly SelectOption[];
  value?: string;
  defaultValue?: string;
  onValueChange?: (value: string) => void;
  name?: string;
  disabled?: boolean;
  placeholder?: string;
}

/** Choose one of a few, with label, hint and error. Above about 15 choices use ComboboxField. */
export function SelectField(props: SelectProps & FieldProps) {
  return (
    <Field {...props}>
      <SelectControl {...props} />
    </Field>
  );
}

/** The bare control for toolbars; give it `ariaLabel`. */
export function SelectControl(
  props: SelectProps & { ariaLabel?: string; changed?: boolean; error?: string; small?: boolean },
) {
  const height = props.small ? 'h-control-small' : 'h-control';
  const groups = [...new Set(props.options.map((option) => option.group))];
  return (
    <Select.Root
      items={props.options.map(({ value, label }) => ({ value, label }))}
      value={props.value}
      defaultValue={props.defaultValue}
      onValueChange={(value) => typeof value === 'string' && props.onValueChange?.(value)}
      name={props.name}
      disabled={props.disabled}
    >
      <Select.Trigger
        aria-label={props.ariaLabel}
        className={`flex items-center justify-between gap-8 text-left data-[disabled]:border-edge-strong data-[disabled]:bg-disabled data-[disabled]:text-text-disabled ${height} ${inputClass({ changed: props.changed, invalid: Boolean(props.error) })}`}
      >
        <Select.Value placeholder={props.placeholder} className="truncate data-[placeholder]:text-faint" />
        <Select.Icon>
          <ChevronDown aria-hidden size={16} strokeWidth={1.75} className="text-muted" />
        </Select.Icon>
      </Select.Trigger>
      <Select.Portal>
        <Select.Positioner
          sideOffset={4}
          alignItemWithTrigger={false}
          className="z-dialog min-w-(--anchor-width) outline-none"
        >
          <Select.Popup className={popupClass}>
            <Select.List className={listClass}>
              {groups.map((group) => (
                <Select.Group key={group ?? ''}>
                  {group && <Select.GroupLabel className={groupLabelClass}>{group}</Select.GroupLabel>}
                  {props.options
                    .filter((option) => option.group === group)
                    .map((option) => (
                      <Option key={option.value} option={option} />
                    ))}
                </Select.Group>
              ))}
            </Select.List>
          </Select.Popup>
        </Select.Positioner>
      </Select.Portal>
    </Select.Root>
  );
}

function Option({ option }: { option: SelectOption }) {
  return (
    <Select.Item value={option.value} disabled={option.disabled} className={optionClass}>
      <span className="size-16 shrink-0">
        <Select.ItemIndicator>
          <Check aria-hidden size={16} strokeWidth={1.75} className="text-accent-text" />
        </Select.ItemIndicator>
      </span>
      <span className="flex min-w-0 flex-col">
        <Select.ItemText>{option.label}</Select.ItemText>
        {option.detail && <span className="text-12 text-muted">{option.detail}</span>}
      </span>
      {option.badge && <span className="ml-auto">{option.badge}</span>}
    </Select.Item>
  );
}
