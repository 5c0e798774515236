export type FilterOperator = '=' | '!=' | ':' | '!:' | '<' | '>';

export interface FilterToken {
  /** Absent for free text. */
  readonly property?: string;
  readonly operator: FilterOperator;
  readonly value: string;
}
export interface FilterValue {
  readonly tokens: readonly FilterToken[];
  readonly join: 'and' | 'or';
}

/** Something that can be filtered by. */
export interface FilterProperty {
  readonly id: string;
  readonly label: string;
  /** Default: `=`, `!=`, contains, does not contain. */
  readonly operators?: readonly FilterOperator[];
  /** Values to offer, with how many things have them; anything else can be typed. */
  readonly values?: readonly { readonly value: string; readonly label?: string; readonly count?: number }[];
}

/** A token on its way: first the property, then the operator, then the value. */
export interface Draft {
  readonly property?: FilterProperty;
  readonly operator?: FilterOperator;
  readonly text: string;
}

export const emptyDraft: Draft = { text: '' };

export type Suggestion =
  | { readonly kind: 'property'; readonly property: FilterProperty }
  | { readonly kind: 'operator'; readonly operator: FilterOperator }
  | { readonly kind: 'value'; readonly value: string; readonly label: string; readonly count?: number }
  | { readonly kind: 'text'; readonly text: string };

const usualOperators: readonly FilterOperator[] = ['=', '!=', ':', '!:'];
const shownMax = 50;

/** What can come next. */
export function suggestionsFor(draft: Draft, properties: readonly FilterProperty[]): readonly Suggestion[] {
  const text = draft.text.trim();
  const holds = (label: string) => label.toLowerCase().includes(text.toLowerCase());
  if (!draft.property) {
    const found: Suggestion[] = properties
      .filter((property) => holds(property.label))
      .map((property) => ({ kind: 'property', property }));
    return text === '' ? found : [{ kind: 'text', text }, ...found];
  }
  if (!draft.operator) {
    const all = draft.property.operators ?? usualOperators;
    const begun = all.filter((operator) => operator.startsWith(text));
    return (begun.length > 0 ? begun : all).map((operator) => ({ kind: 'operator', operator }));
  }
  const values = (draft.property.values ?? [])
    .filter(({ value, label }) => holds(label ?? value))
    .slice(0, shownMax)
    .map(({ value, label, count }): Suggestion => ({ kind: 'value', value, label: label ?? value, count }));
  const isListed = values.some((s) => s.kind === 'value' && s.value === text);
  return text === '' || isListed ? values : [{ kind: 'value', value: text, label: text }, ...values];
}

/** The draft after a choice, or the finished token. */
export function choose(draft: Draft, choice: Suggestion): { draft: Draft } | { token: FilterToken } {
  switch (choice.kind) {
    case 'property':
      return { draft: { property: choice.property, text: '' } };
    case 'operator':
      return { draft: { ...draft, operator: choice.operator, text: '' } };
    case 'text':
      return { token: { operator: ':', value: choice.text } };
    case 'value':
      return {
        token: { property: draft.property?.id, operator: draft.operator ?? '=', value: choice.value },
      };
  }
}

/** Backspace in an empty field: one step back, or undefined when nothing is begun. */
export function stepBack(draft: Draft): Draft | undefined {
  if (draft.operator) return { property: draft.property, text: '' };
  return draft.property ? emptyDraft : undefined;
}

/** A finished token taken up again. */
export function draftOf(token: FilterToken, properties: readonly FilterProperty[]): Draft {
  const property = properties.find(({ id }) => id === token.property);
  return property ? { property, operator: token.operator, text: token.value } : { text: token.value };
}
