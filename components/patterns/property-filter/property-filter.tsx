'use client';

import { Search } from 'lucide-react';
import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { Button } from '@/components/ui/button';
import { Kbd } from '@/components/ui/kbd';
import {
  choose,
  type Draft,
  draftOf,
  emptyDraft,
  type FilterProperty,
  type FilterValue,
  stepBack,
  type Suggestion,
  suggestionsFor,
} from './filter';
import { FilterTokens, operatorWords } from './filter-tokens';
import { SuggestionList } from './suggestion-list';

/** Filters a list by tokens of property, operator and value, or by free text. The caller keeps the value. */
export function PropertyFilter(props: {
  /** The accessible name: "Find functions". */
  label: string;
  placeholder: string;
  properties: readonly FilterProperty[];
  value: FilterValue;
  onChange: (value: FilterValue) => void;
}) {
  const t = useTranslations('ui.propertyFilter');
  const listId = useId();
  const input = useRef<HTMLInputElement>(null);
  const [draft, setDraft] = useState<Draft>(emptyDraft);
  const [isOpen, setIsOpen] = useState(false);
  const [at, setAt] = useState(0);
  const { value, onChange } = props;
  const suggestions = suggestionsFor(draft, props.properties);
  const current = isOpen ? suggestions[Math.min(at, suggestions.length - 1)] : undefined;

  const proceed = (next: Draft) => {
    setDraft(next);
    setAt(0);
    setIsOpen(true);
  };
  const handlePick = (choice: Suggestion) => {
    const result = choose(draft, choice);
    input.current?.focus();
    if ('draft' in result) {
      proceed(result.draft);
      return;
    }
    setDraft(emptyDraft);
    setIsOpen(false);
    onChange({ ...value, tokens: [...value.tokens, result.token] });
  };
  const remove = (index: number) => {
    onChange({ ...value, tokens: value.tokens.filter((_, other) => other !== index) });
    input.current?.focus();
  };
  const edit = (index: number) => {
    const token = value.tokens[index];
    if (!token) return;
    remove(index);
    proceed(draftOf(token, props.properties));
  };
  const handleKey = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      if (!isOpen) setIsOpen(true);
      else setAt((Math.min(at, suggestions.length - 1) + step + suggestions.length) % suggestions.length);
    } else if (event.key === 'Enter' && current) {
      event.preventDefault();
      handlePick(current);
    } else if (event.key === 'Escape' && isOpen) {
      event.preventDefault();
      setIsOpen(false);
    } else if (event.key === 'Backspace' && draft.text === '') {
      const back = stepBack(draft);
      if (back) proceed(back);
      else if (value.tokens.length > 0) edit(value.tokens.length - 1);
    }
  };

  return (
    <div className="flex min-w-0 flex-1 flex-wrap items-center gap-12">
      <div
        className="relative max-w-form min-w-0 flex-1"
        onBlur={(event) => !event.currentTarget.contains(event.relatedTarget) && setIsOpen(false)}
      >
        <div className="flex min-h-control w-full flex-wrap items-center gap-x-8 gap-y-4 rounded-6 border border-edge-control bg-surface px-8 py-2 has-[input:focus-visible]:border-focus has-[input:focus-visible]:outline-1 has-[input:focus-visible]:outline-focus">
          <Search aria-hidden size={16} strokeWidth={1.75} className="shrink-0 text-muted" />
          <FilterTokens
            value={value}
            properties={props.properties}
            onRemove={remove}
            onEdit={edit}
            onJoin={() => onChange({ ...value, join: value.join === 'and' ? 'or' : 'and' })}
          />
          {draft.property && (
            <span className="text-12 font-medium text-accent-text">
              {draft.property.label} {draft.operator && operatorWords(draft.operator, t)}
            </span>
          )}
          <input
            ref={input}
            type="text"
            role="combobox"
            aria-label={props.label}
            aria-expanded={isOpen}
            aria-controls={listId}
            aria-autocomplete="list"
            aria-activedescendant={current ? `${listId}-${suggestions.indexOf(current)}` : undefined}
            autoComplete="off"
            spellCheck={false}
            data-shortcut="filter"
            placeholder={draft.property || value.tokens.length > 0 ? '' : props.placeholder}
            value={draft.text}
            onChange={(event) => proceed({ ...draft, text: event.target.value })}
            onFocus={() => setIsOpen(true)}
            onClick={() => setIsOpen(true)}
            onKeyDown={handleKey}
            className="min-w-field-short flex-1 bg-transparent outline-none"
          />
          <span aria-hidden className="max-tablet:hidden">
            <Kbd>/</Kbd>
          </span>
        </div>
        <SuggestionList
          id={listId}
          isOpen={isOpen}
          suggestions={suggestions}
          current={current}
          onPick={handlePick}
          onPoint={setAt}
        />
      </div>
      {value.tokens.length > 0 && (
        <Button variant="link" onClick={() => onChange({ ...value, tokens: [] })}>
          {t('clear')}
        </Button>
      )}
    </div>
  );
}
