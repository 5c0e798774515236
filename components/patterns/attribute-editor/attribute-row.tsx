'use client';

import { CircleX, Eye, EyeOff } from 'lucide-react';
import type { KeyboardEvent, ReactNode } from 'react';
import { useTranslations } from 'use-intl/react';
import { Button } from '@/components/ui/button';
import { Chip } from '@/components/ui/chip';
import { IconButton } from '@/components/ui/icon-button';
import { TextInput } from '@/components/ui/text-input';
import type { Attribute, AttributeProblem } from './attribute';

export interface RowWords {
  readonly key: string;
  readonly value: string;
}

/** Key, value, Remove; what is wrong stands under the field it concerns. */
export function AttributeRow(props: {
  row: Attribute;
  number: number;
  words: RowWords;
  problem?: AttributeProblem;
  changed: { key: boolean; value: boolean };
  /** Values that look secret are dots until someone asks. */
  mask: { isSecret: boolean; isShown: boolean; onToggle: () => void };
  disabled?: boolean;
  onChange: (row: Attribute) => void;
  onRemove: () => void;
  onEnter: () => void;
}) {
  const t = useTranslations('ui.attributes');
  const common = useTranslations('ui');
  const { row, number, problem, mask } = props;
  const isMasked = mask.isSecret && !mask.isShown;
  const handleKey = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    props.onEnter();
  };
  return (
    <div className="grid grid-cols-1 gap-x-8 gap-y-4 tablet:grid-cols-attribute">
      <div>
        <TextInput
          mono
          aria-label={`${props.words.key} ${number}`}
          data-attribute-key={row.id}
          value={row.key}
          disabled={props.disabled}
          changed={props.changed.key}
          invalid={Boolean(problem?.key)}
          aria-describedby={problem?.key ? `${row.id}-key` : undefined}
          onChange={(event) => props.onChange({ ...row, key: event.target.value })}
        />
        <Problem id={`${row.id}-key`}>{problem?.key}</Problem>
      </div>
      <div>
        <div className="relative">
          <TextInput
            mono
            // Not `password`: browsers would offer to keep it.
            type="text"
            aria-label={`${props.words.value} ${number}`}
            value={row.value}
            disabled={props.disabled}
            changed={props.changed.value}
            invalid={Boolean(problem?.value)}
            aria-describedby={problem?.value ? `${row.id}-value` : undefined}
            onChange={(event) => props.onChange({ ...row, value: event.target.value })}
            onKeyDown={handleKey}
            className={isMasked ? 'pr-secret text-masked' : mask.isSecret ? 'pr-secret' : ''}
          />
          {mask.isSecret && (
            <span className="absolute inset-y-0 right-4 flex items-center gap-4">
              <Chip tooltip={t('secretHint')}>{t('looksSecret')}</Chip>
              <IconButton
                label={t(isMasked ? 'show' : 'hide', { key: row.key })}
                size="small"
                onClick={mask.onToggle}
              >
                {isMasked ? (
                  <Eye aria-hidden size={16} strokeWidth={1.75} />
                ) : (
                  <EyeOff aria-hidden size={16} strokeWidth={1.75} />
                )}
              </IconButton>
            </span>
          )}
        </div>
        <Problem id={`${row.id}-value`}>{problem?.value}</Problem>
      </div>
      <div>
        <Button
          aria-label={t('removeRow', { name: row.key || String(number) })}
          disabled={props.disabled}
          onClick={props.onRemove}
        >
          {common('remove')}
        </Button>
      </div>
    </div>
  );
}

function Problem({ id, children }: { id: string; children: ReactNode }) {
  if (!children) return null;
  return (
    <p id={id} className="mt-4 flex items-start gap-4 text-12 text-danger-text">
      <CircleX aria-hidden size={14} strokeWidth={1.75} className="mt-px shrink-0" />
      {children}
    </p>
  );
}
