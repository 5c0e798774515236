'use client';

import { X } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { useTranslations } from 'use-intl/react';
import type { FilterOperator, FilterProperty, FilterToken, FilterValue } from './filter';

/** The finished tokens, with the word that joins them. */
export function FilterTokens(props: {
  value: FilterValue;
  properties: readonly FilterProperty[];
  onRemove: (index: number) => void;
  onEdit: (index: number) => void;
  onJoin: () => void;
}) {
  const t = useTranslations('ui.propertyFilter');
  return props.value.tokens.map((token, index) => (
    <span key={index} className="flex min-w-0 items-center gap-4">
      {index > 0 && (
        <button
          type="button"
          aria-label={t('joinNow', { join: t(props.value.join) })}
          data-tooltip={t('switchJoin')}
          onClick={props.onJoin}
          className="min-h-target rounded-4 px-4 text-12 text-muted hover:text-text hover:underline"
        >
          {t(props.value.join)}
        </button>
      )}
      <Token
        token={token}
        properties={props.properties}
        onRemove={() => props.onRemove(index)}
        onEdit={() => props.onEdit(index)}
      />
    </span>
  ));
}

function Token(props: {
  token: FilterToken;
  properties: readonly FilterProperty[];
  onRemove: () => void;
  onEdit: () => void;
}) {
  const t = useTranslations('ui.propertyFilter');
  const { token } = props;
  const property = props.properties.find(({ id }) => id === token.property);
  const name = property?.label ?? token.property;
  const value = property?.values?.find((known) => known.value === token.value)?.label ?? token.value;
  const words = name ? `${name} ${operatorWords(token.operator, t)} ${value}` : value;
  const handleKey = (event: KeyboardEvent) => {
    if (event.key !== 'Delete' && event.key !== 'Backspace') return;
    event.preventDefault();
    props.onRemove();
  };
  return (
    <span className="inline-flex min-w-0 items-center rounded-4 border border-accent-edge bg-accent-ground text-12 text-accent-text">
      <button
        type="button"
        aria-label={t('edit', { token: words })}
        onClick={props.onEdit}
        onKeyDown={handleKey}
        className="min-h-target min-w-0 truncate rounded-4 px-8 font-medium"
      >
        {name && (
          <>
            {name} <span className="font-regular">{operatorWords(token.operator, t)}</span>{' '}
          </>
        )}
        {value}
      </button>
      <button
        type="button"
        aria-label={t('remove', { token: words })}
        onClick={props.onRemove}
        onKeyDown={handleKey}
        className="grid size-target shrink-0 place-items-center rounded-4 hover:bg-hover"
      >
        <X aria-hidden size={12} strokeWidth={2} />
      </button>
    </span>
  );
}

/** `:` in words; the others as signs. */
export function operatorWords(
  operator: FilterOperator,
  t: (key: 'contains' | 'containsNot') => string,
): string {
  if (operator === ':') return t('contains');
  return operator === '!:' ? t('containsNot') : operator;
}
