'use client';

import { Select } from '@base-ui/react/select';
import { Check } from 'lucide-react';
import { isPressOn } from './press-on';
import { groupLabelClass, listClass, optionClass, popupClass } from './popup-style';
import type { SelectOption, SelectPopupProps } from './select-field';

/** The list of a select; use SelectField or SelectControl, which load this when it is needed. */
export function SelectPopup(props: SelectPopupProps) {
  const groups = [...new Set(props.options.map((option) => option.group))];
  return (
    <Select.Root
      items={props.options.map(({ value, label }) => ({ value, label }))}
      value={props.value}
      onValueChange={(value) => typeof value === 'string' && props.onValueChange(value)}
      open={props.open}
      onOpenChange={(open, { event }) => {
        if (!isPressOn(props.anchor, event)) props.onOpenChange(open);
      }}
      modal={false}
    >
      <Select.Portal>
        <Select.Positioner
          anchor={props.anchor}
          sideOffset={4}
          alignItemWithTrigger={false}
          className="z-dialog min-w-(--anchor-width) outline-none"
        >
          <Select.Popup finalFocus={() => props.anchor} className={popupClass}>
            <Select.List id={props.listId} aria-label={props.label} className={listClass}>
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
