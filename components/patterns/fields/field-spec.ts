import type { ReactNode } from 'react';

/** What a form holds: texts as an HTML form sends them. A ticked box is `on`; several choices are lines. */
export type FieldTexts<Name extends string> = Readonly<Record<Name, string>>;

export interface FieldOption {
  readonly value: string;
  readonly label: string;
  readonly detail?: string;
}

/** One field of a section, as data: its words, its control and its choices. */
export interface FieldSpec<Name extends string> {
  readonly name: Name;
  /** Differs when the control is to begin anew: another list, another thing to choose. */
  readonly key?: string;
  /** AWS's label. */
  readonly label: string;
  readonly hint?: ReactNode;
  /** `choice` is picked from a list or pasted as an ARN; `many` is any number of a list. */
  readonly control: 'text' | 'number' | 'area' | 'check' | 'select' | 'radio' | 'choice' | 'many' | 'file';
  /** Of `file`: what was chosen; the form's own value is its name and size. */
  readonly onFile?: (file: File | undefined) => void;
  /** Of `file`: the most bytes it may have. */
  readonly bytesMax?: number;
  readonly options?: readonly FieldOption[];
  /** Of `choice`: words for typing it, where it is no ARN. */
  readonly pasteLabel?: string;
  readonly optional?: boolean;
  readonly mono?: boolean;
  readonly rows?: number;
  readonly unit?: string;
}

export function linesOf(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
}

const wholeNumber = /^-?\d{1,9}$/;

/** Why a field keeps the form from being saved: nothing in it that must be there, or a number that is none. */
export function fieldProblem<Name extends string>(
  spec: FieldSpec<Name>,
  text: string,
): 'missing' | 'not-whole' | undefined {
  if (spec.control === 'check') return undefined;
  if (text.trim() === '') return spec.optional ? undefined : 'missing';
  return spec.control === 'number' && !wholeNumber.test(text.trim()) ? 'not-whole' : undefined;
}

/** A value in the words of the form. */
export function fieldWords<Name extends string>(
  spec: FieldSpec<Name>,
  text: string,
  words: { readonly on: string; readonly off: string },
): string {
  const labelOf = (value: string) => spec.options?.find((option) => option.value === value)?.label ?? value;
  if (spec.control === 'check') return text === 'on' ? words.on : words.off;
  if (spec.control === 'many') return linesOf(text).map(labelOf).join(', ');
  return labelOf(text) + (text !== '' && spec.unit ? ` ${spec.unit}` : '');
}
