'use client';

import { CircleX, Eye, EyeOff } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useId } from 'react';
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
  /** Asks for the value of a hidden row. */
  onReveal?: () => void;
  isRevealing?: boolean;
}) {
  const t = useTranslations('ui.attributes');
  const common = useTranslations('ui');
  const { row, number, problem, mask } = props;
  // Not the row's own id: that one counts on, and differs between the server and the browser.
  const id = useId();
  const isMasked = mask.isSecret && !mask.isShown;
  const hasEnd = mask.isSecret || row.isHidden;
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
          data-attribute-key={number}
          value={row.key}
          disabled={props.disabled}
          changed={props.changed.key}
          invalid={Boolean(problem?.key)}
          aria-describedby={problem?.key ? `${id}-key` : undefined}
          onChange={(event) => props.onChange({ ...row, key: event.target.value })}
        />
        <Problem id={`${id}-key`}>{problem?.key}</Problem>
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
            placeholder={row.isHidden ? '••••••••' : undefined}
            invalid={Boolean(problem?.value)}
            aria-describedby={problem?.value ? `${id}-value` : undefined}
            onChange={(event) => props.onChange({ ...row, value: event.target.value, isHidden: false })}
            onKeyDown={handleKey}
            className={isMasked && !row.isHidden ? 'pr-secret text-masked' : hasEnd ? 'pr-secret' : ''}
          />
          {hasEnd && (
            <span className="absolute inset-y-0 right-4 flex items-center gap-4">
              {mask.isSecret && <Chip tooltip={t('secretHint')}>{t('looksSecret')}</Chip>}
              <IconButton
                label={t(isMasked || row.isHidden ? 'show' : 'hide', { key: row.key })}
                size="small"
                pending={row.isHidden && props.isRevealing}
                onClick={row.isHidden ? props.onReveal : mask.onToggle}
              >
                {isMasked || row.isHidden ? (
                  <Eye aria-hidden size={16} strokeWidth={1.75} />
                ) : (
                  <EyeOff aria-hidden size={16} strokeWidth={1.75} />
                )}
              </IconButton>
            </span>
          )}
        </div>
        <Problem id={`${id}-value`}>{problem?.value}</Problem>
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
