'use client';

import { Send } from 'lucide-react';
import { useTranslations } from 'use-intl/react';
import { Button } from '@/components/ui/button';
import { TextAreaField } from '@/components/ui/text-area-field';
import { selectedRoute, socketMessageBytesMax } from '@/lib/domain/api-socket';

/** A message, the route that it goes to, and Send. */
export function MessageForm(props: {
  text: string;
  onChange: (text: string) => void;
  /** Route selection expression of the API. */
  expression: string;
  routeKeys: readonly string[];
  isOpen: boolean;
  isSending: boolean;
  refusedReason: string | undefined;
  onSend: () => void;
}) {
  const t = useTranslations('socketClient');
  const { text, routeKeys } = props;
  const isTooLarge = new TextEncoder().encode(text).length > socketMessageBytesMax;
  const whyOff =
    props.refusedReason ??
    (props.isOpen ? (text === '' ? t('empty') : isTooLarge ? t('tooLarge') : undefined) : t('notOpen'));
  return (
    <form
      className="flex flex-col gap-8 border-t border-edge p-16"
      onSubmit={(event) => {
        event.preventDefault();
        if (!whyOff) props.onSend();
      }}
    >
      <TextAreaField
        label={t('message')}
        name="message"
        mono
        rows={3}
        error={isTooLarge ? t('tooLarge') : undefined}
        value={text}
        onChange={(event) => props.onChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
          event.preventDefault();
          if (!whyOff) props.onSend();
        }}
      />
      <div className="flex flex-wrap items-center gap-8">
        <p className="min-w-0 flex-1 text-12 wrap-anywhere text-muted">
          {text !== '' && routeText(t, selectedRoute(props.expression, text), routeKeys)}
        </p>
        <Button
          type="submit"
          icon={<Send aria-hidden size={16} strokeWidth={1.75} />}
          variant={props.isOpen ? 'primary' : undefined}
          pending={props.isSending}
          disabledReason={whyOff}
          data-tooltip={whyOff ?? t('sendKeys')}
          aria-keyshortcuts="Control+Enter Meta+Enter"
        >
          {t('send')}
        </Button>
      </div>
    </form>
  );
}

function routeText(
  t: ReturnType<typeof useTranslations<'socketClient'>>,
  route: string | undefined,
  routeKeys: readonly string[],
): string {
  if (route !== undefined && routeKeys.includes(route)) return t('goesTo', { route });
  if (!routeKeys.includes('$default')) return t('noDefault');
  return route === undefined ? t('goesTo', { route: '$default' }) : t('noRoute', { route });
}
