'use client';

import { Check, Copy } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { Button } from './button';
import type { ButtonSize, ButtonVariant } from './button-style';
import { IconButton } from './icon-button';
import { announce } from './live-region';

const shownMs = 2000;

/** Copies `text`. With `children` a button with words, else an icon named `label`. */
export function CopyButton(props: {
  text: string;
  /** What is copied: "Copy ARN". Default "Copy". */
  label?: string;
  variant?: ButtonVariant;
  size?: ButtonSize;
  children?: string;
}) {
  const t = useTranslations('ui');
  const [outcome, setOutcome] = useState<'idle' | 'copied' | 'refused'>('idle');
  useEffect(() => {
    if (outcome === 'idle') return;
    const timer = setTimeout(() => setOutcome('idle'), shownMs);
    return () => clearTimeout(timer);
  }, [outcome]);

  const handleClick = async () => {
    try {
      await navigator.clipboard.writeText(props.text);
      setOutcome('copied');
      announce(t('copied'));
    } catch {
      setOutcome('refused');
      announce(t('copyRefused'));
    }
  };
  const icon =
    outcome === 'copied' ? (
      <Check aria-hidden size={16} strokeWidth={1.75} className="text-success-solid" />
    ) : (
      <Copy aria-hidden size={16} strokeWidth={1.75} />
    );
  if (props.children) {
    return (
      <Button
        variant={props.variant}
        size={props.size}
        icon={icon}
        onClick={handleClick}
        data-tooltip={outcome === 'refused' ? t('copyRefused') : undefined}
      >
        {props.children}
      </Button>
    );
  }
  const words = { idle: props.label ?? t('copy'), copied: t('copied'), refused: t('copyRefused') };
  return (
    <IconButton
      label={words[outcome]}
      variant={props.variant}
      size={props.size ?? 'small'}
      onClick={handleClick}
    >
      {icon}
    </IconButton>
  );
}
