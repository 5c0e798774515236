'use client';

import { useTranslations } from 'use-intl/react';
import { popupClass } from '@/components/ui/popup-style';
import type { Suggestion } from './filter';
import { operatorWords } from './filter-tokens';

/** What can come next in a PropertyFilter; focus stays in its field. */
export function SuggestionList(props: {
  id: string;
  isOpen: boolean;
  suggestions: readonly Suggestion[];
  current?: Suggestion;
  onPick: (suggestion: Suggestion) => void;
  onPoint: (index: number) => void;
}) {
  const t = useTranslations('ui.propertyFilter');
  const heading = {
    property: 'properties',
    text: 'properties',
    operator: 'operators',
    value: 'values',
  } as const;
  const kind = props.suggestions.at(-1)?.kind;
  const isShown = props.isOpen && kind !== undefined;
  return (
    <div
      id={props.id}
      role="listbox"
      aria-label={t('suggestions')}
      hidden={!isShown}
      className={`absolute top-full left-0 z-popover mt-4 max-h-split w-full max-w-popover overflow-y-auto p-4 ${popupClass}`}
    >
      {kind && (
        <div role="presentation" className="px-8 pt-4 pb-4 text-12 font-medium text-muted">
          {t(heading[kind])}
        </div>
      )}
      {props.suggestions.map((suggestion, index) => (
        <div
          key={index}
          id={`${props.id}-${index}`}
          role="option"
          aria-selected={suggestion === props.current}
          // Pressing must not take the focus out of the field before the click arrives.
          onPointerDown={(event) => event.preventDefault()}
          onPointerMove={() => props.onPoint(index)}
          onClick={() => props.onPick(suggestion)}
          className={`flex min-h-control-small cursor-pointer items-center justify-between gap-8 rounded-4 px-8 ${suggestion === props.current ? 'bg-hover' : ''}`}
        >
          <Words suggestion={suggestion} />
        </div>
      ))}
    </div>
  );
}

function Words({ suggestion }: { suggestion: Suggestion }) {
  const t = useTranslations('ui.propertyFilter');
  switch (suggestion.kind) {
    case 'property':
      return <span>{suggestion.property.label}</span>;
    case 'text':
      return <span className="truncate">{t('anywhere', { text: suggestion.text })}</span>;
    case 'operator':
      return <span>{operatorWords(suggestion.operator, t)}</span>;
    case 'value':
      return (
        <>
          <span className="truncate">{suggestion.label}</span>
          {suggestion.count !== undefined && (
            <span className="text-12 text-muted tabular-nums">
              {suggestion.count.toLocaleString('en-US')}
            </span>
          )}
        </>
      );
  }
}
