'use client';

import { Field as BaseField } from '@base-ui/react/field';
import { ChevronDown } from 'lucide-react';
import { type KeyboardEvent, type ReactElement, type ReactNode, useId, useRef, useState } from 'react';
import { Field, type FieldProps } from './field';
import { inputClass } from './text-input';
import { usePopup } from './use-popup';

const loadPopup = () => import('./select-popup').then(({ SelectPopup }) => SelectPopup);

export interface SelectOption {
  readonly value: string;
  readonly label: string;
  /** A second line: dates, limits, why it is off. */
  readonly detail?: string;
  readonly group?: string;
  readonly disabled?: boolean;
  readonly badge?: ReactNode;
}

export interface SelectPopupProps {
  options: readonly SelectOption[];
  value: string | null;
  onValueChange: (value: string) => void;
  anchor: HTMLElement | null;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  listId: string;
  label: string | undefined;
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

interface ControlProps extends SelectProps {
  ariaLabel?: string;
  changed?: boolean;
  error?: string;
  small?: boolean;
}

/** Choose one of a few, with label, hint and error. Above about 15 choices use ComboboxField. */
export function SelectField(props: SelectProps & FieldProps) {
  return (
    <Field {...props}>
      <SelectBox {...props} frame={(button) => <BaseField.Control render={button} />} />
    </Field>
  );
}

/** The bare control for toolbars; give it `ariaLabel`. */
export function SelectControl(props: ControlProps) {
  return <SelectBox {...props} frame={(button) => button} />;
}

/** A button that shows the choice; the list is loaded when the pointer or the focus comes near. */
function SelectBox(props: ControlProps & { label?: string; frame: (button: ReactElement) => ReactElement }) {
  const anchor = useRef<HTMLDivElement>(null);
  const listId = useId();
  const [own, setOwn] = useState(props.defaultValue);
  const { Popup, open, setOpen, show, near } = usePopup<SelectPopupProps>(loadPopup);
  const value = props.value ?? own;
  const chosen = props.options.find((option) => option.value === value);
  // A value that is none of the choices is shown as it is.
  const text = chosen?.label ?? (value === '' ? undefined : value);
  const height = props.small ? 'h-control-small' : 'h-control';
  const onKeyDown = (event: KeyboardEvent) => {
    const isLetter = event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.metaKey;
    if (open || (!isLetter && event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return;
    event.preventDefault();
    show();
  };
  return (
    <div ref={anchor} className="min-w-0">
      {props.frame(
        <button
          type="button"
          role="combobox"
          aria-haspopup="listbox"
          aria-expanded={open}
          aria-controls={open ? listId : undefined}
          aria-label={props.ariaLabel}
          disabled={props.disabled}
          className={`flex w-full items-center justify-between gap-8 text-left disabled:border-edge-strong disabled:bg-disabled disabled:text-text-disabled ${height} ${inputClass({ changed: props.changed, invalid: Boolean(props.error) })}`}
          {...near}
          onKeyDown={onKeyDown}
        >
          <span className={`truncate ${text === undefined ? 'text-faint' : ''}`}>
            {text ?? props.placeholder}
          </span>
          <ChevronDown aria-hidden size={16} strokeWidth={1.75} className="shrink-0 text-muted" />
        </button>,
      )}
      {props.name && <input type="hidden" name={props.name} value={value ?? ''} disabled={props.disabled} />}
      {Popup && (
        <Popup
          options={props.options}
          value={value ?? null}
          onValueChange={(next) => {
            setOwn(next);
            props.onValueChange?.(next);
          }}
          anchor={anchor.current?.querySelector('button') ?? null}
          open={open}
          onOpenChange={setOpen}
          listId={listId}
          label={props.ariaLabel ?? props.label}
        />
      )}
    </div>
  );
}
