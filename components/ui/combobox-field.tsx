'use client';

import { Combobox } from '@base-ui/react/combobox';
import { Check, ChevronsUpDown, X } from 'lucide-react';
import { useTranslations } from 'use-intl/react';
import { Field, type FieldProps } from './field';
import { listClass, optionClass, popupClass } from './popup-style';
import { inputClass } from './text-input';

export interface ComboboxOption {
  readonly value: string;
  readonly label: string;
  readonly detail?: string;
}

/** Choose one of many by typing a part of it. `onValueChange` gets null when the choice is cleared. */
export function ComboboxField(
  props: FieldProps & {
    options: readonly ComboboxOption[];
    value: string | null;
    onValueChange: (value: string | null) => void;
    name?: string;
    disabled?: boolean;
    placeholder?: string;
    mono?: boolean;
  },
) {
  const t = useTranslations('ui');
  const current = props.options.find((option) => option.value === props.value) ?? null;
  return (
    <Field {...props}>
      <Combobox.Root
        items={props.options}
        value={current}
        onValueChange={(option) => props.onValueChange(option?.value ?? null)}
        itemToStringLabel={(option) => option.label}
        itemToStringValue={(option) => option.value}
        isItemEqualToValue={(a, b) => a.value === b.value}
        disabled={props.disabled}
        name={props.name}
      >
        <Combobox.InputGroup className="relative flex items-center">
          <Combobox.Input
            placeholder={props.placeholder}
            className={`h-control pr-40 ${inputClass({ mono: props.mono, changed: props.changed, invalid: Boolean(props.error) })}`}
          />
          <div className="absolute right-8 flex items-center gap-4 text-muted">
            <Combobox.Clear aria-label={t('clear')} className="grid size-target place-items-center rounded-4">
              <X aria-hidden size={16} strokeWidth={1.75} />
            </Combobox.Clear>
            <Combobox.Trigger
              aria-label={t('showChoices')}
              className="grid size-target place-items-center rounded-4"
            >
              <ChevronsUpDown aria-hidden size={16} strokeWidth={1.75} />
            </Combobox.Trigger>
          </div>
        </Combobox.InputGroup>
        <Combobox.Portal>
          <Combobox.Positioner sideOffset={4} className="z-dialog w-(--anchor-width) outline-none">
            <Combobox.Popup className={popupClass}>
              <Combobox.Empty className="px-12 py-8 text-muted empty:hidden">{t('noMatches')}</Combobox.Empty>
              <Combobox.List className={`max-h-split ${listClass} empty:hidden`}>
                {(option: ComboboxOption) => (
                  <Combobox.Item key={option.value} value={option} className={optionClass}>
                    <span className="size-16 shrink-0">
                      <Combobox.ItemIndicator>
                        <Check aria-hidden size={16} strokeWidth={1.75} className="text-accent-text" />
                      </Combobox.ItemIndicator>
                    </span>
                    <span className="flex min-w-0 flex-col">
                      <span className={props.mono ? 'truncate font-mono text-13' : 'truncate'}>
                        {option.label}
                      </span>
                      {option.detail && <span className="text-12 text-muted">{option.detail}</span>}
                    </span>
                  </Combobox.Item>
                )}
              </Combobox.List>
            </Combobox.Popup>
          </Combobox.Positioner>
        </Combobox.Portal>
      </Combobox.Root>
    </Field>
  );
}
