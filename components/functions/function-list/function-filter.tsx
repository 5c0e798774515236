'use client';

import { Search, X } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { type FormEvent, useState, useTransition } from 'react';
import { useTranslations } from 'use-intl/react';
import { TextInput } from '@/components/ui/text-input';
import { parseToken } from '@/lib/domain/function-list';
import { formatListState, type FunctionListState } from '@/lib/domain/function-list-url';

/** Placeholder filter: text becomes a token on Enter; tokens are shown and can be taken away. */
export function FunctionFilter(props: {
  state: FunctionListState;
  pageSizeDefault: number;
  basePath: string;
}) {
  const t = useTranslations('functions');
  const router = useRouter();
  const [text, setText] = useState('');
  const [, startTransition] = useTransition();
  const go = (state: FunctionListState) =>
    startTransition(() =>
      router.replace(props.basePath + formatListState(state, props.pageSizeDefault), { scroll: false }),
    );
  const { state } = props;
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (!text.trim()) return;
    go({
      ...state,
      filter: { ...state.filter, tokens: [...state.filter.tokens, parseToken(text.trim())] },
      page: 1,
    });
  };
  return (
    <form onSubmit={handleSubmit} className="flex flex-wrap items-center gap-8">
      <Search aria-hidden size={16} strokeWidth={1.75} />
      {state.filter.tokens.map((token, index) => (
        <button
          key={index}
          type="button"
          onClick={() =>
            go({
              ...state,
              filter: { ...state.filter, tokens: state.filter.tokens.filter((_, at) => at !== index) },
              page: 1,
            })
          }
        >
          {token.property ?? ''} {token.operator} {token.value} <X aria-hidden size={12} />
        </button>
      ))}
      <TextInput
        aria-label={t('filter.label')}
        placeholder={t('filter.placeholder')}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
    </form>
  );
}
