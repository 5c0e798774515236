'use client';

import { ArrowDown, ArrowUp, X } from 'lucide-react';
import { useTranslations } from 'use-intl/react';
import { IconButton } from '@/components/ui/icon-button';
import { layerWords, moved } from '@/lib/domain/layer';

/** The layers in their order, each with its ways up, down and out. */
export function LayerRows(props: { arns: readonly string[]; onChange: (arns: readonly string[]) => void }) {
  const t = useTranslations('layers.onFunction');
  const { arns, onChange } = props;
  if (arns.length === 0) return <p className="text-muted">{t('none')}</p>;
  const icon = { 'aria-hidden': true, size: 16, strokeWidth: 1.75 } as const;
  return (
    <ol className="divide-y divide-edge rounded-8 border border-edge-strong">
      {arns.map((arn, index) => {
        const name = layerWords(arn);
        return (
          <li key={arn} className="flex items-center gap-8 px-12 py-8">
            <span className="w-20 text-muted tabular-nums">{index + 1}</span>
            <span className="min-w-0 flex-1">
              <span className="block font-medium wrap-anywhere">{name}</span>
              <code className="block text-12 wrap-anywhere text-muted">{arn}</code>
            </span>
            <IconButton
              label={t('earlier', { name })}
              size="small"
              disabled={index === 0}
              onClick={() => onChange(moved(arns, index, -1))}
            >
              <ArrowUp {...icon} />
            </IconButton>
            <IconButton
              label={t('laterOf', { name })}
              size="small"
              disabled={index === arns.length - 1}
              onClick={() => onChange(moved(arns, index, 1))}
            >
              <ArrowDown {...icon} />
            </IconButton>
            <IconButton
              label={t('remove', { name })}
              size="small"
              onClick={() => onChange(arns.filter((other) => other !== arn))}
            >
              <X {...icon} />
            </IconButton>
          </li>
        );
      })}
    </ol>
  );
}
