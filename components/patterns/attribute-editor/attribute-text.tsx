'use client';

import { useId, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { inputClass } from '@/components/ui/text-input';
import { type Attribute, parseAttributes, printAttributes, rowsOf, type TextFormat } from './attribute';

/** The same rows as text. What does not parse stays in the field and does not reach the rows. */
export function AttributeText(props: {
  label: string;
  format: TextFormat;
  rows: readonly Attribute[];
  disabled?: boolean;
  onBroken?: (isBroken: boolean) => void;
  onChange: (rows: readonly Attribute[]) => void;
}) {
  const t = useTranslations('ui.attributes');
  const id = useId();
  const [text, setText] = useState(() => printAttributes(props.rows, props.format));
  const parsed = parseAttributes(text, props.format);
  const handleChange = (next: string) => {
    setText(next);
    const result = parseAttributes(next, props.format);
    props.onBroken?.(!result.ok);
    if (result.ok) props.onChange(rowsOf(result.pairs, props.rows));
  };
  return (
    <div>
      <textarea
        aria-label={props.label}
        aria-invalid={!parsed.ok || undefined}
        aria-describedby={parsed.ok ? undefined : id}
        rows={Math.min(Math.max(props.rows.length + 3, 8), 24)}
        spellCheck={false}
        disabled={props.disabled}
        value={text}
        onChange={(event) => handleChange(event.target.value)}
        className={`resize-y py-8 ${inputClass({ mono: true, invalid: !parsed.ok })}`}
      />
      {!parsed.ok && (
        <p id={id} className="mt-4 text-12 text-danger-text">
          {t(props.format === 'json' ? 'badJson' : 'badLine', { line: parsed.line })}
        </p>
      )}
    </div>
  );
}
