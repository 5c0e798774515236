'use client';

import { CirclePause } from 'lucide-react';
import { useTranslations } from 'use-intl/react';
import { CopyButton } from '@/components/ui/copy-button';
import { TextLink } from '@/components/ui/text-link';
import type { GraphItem, GraphNode } from '@/lib/domain/function-graph';
import { KindTile } from './kind-tile';
import type { RelationActs } from './overview-model';
import { useItemWords } from './use-item-words';

const flowText: Record<GraphItem['flow'], string> = {
  trigger: 'text-muted',
  success: 'text-success-text',
  failure: 'text-danger-text',
  reject: 'text-warning-text',
};

/** Every item of some nodes as rows: all that a node of the diagram stands for. */
export function RelationItems(props: {
  nodes: readonly GraphNode[];
  acts: RelationActs;
  isNarrow?: boolean;
}) {
  const t = useTranslations('designer');
  const { nameOf, detailOf } = useItemWords();
  return (
    <ul className={props.isNarrow ? 'flex flex-col gap-12' : 'divide-y divide-edge'}>
      {props.nodes.flatMap((node) =>
        node.items.map((item) => (
          <li
            key={item.id}
            className={props.isNarrow ? 'min-w-0' : 'flex min-h-row items-center gap-12 py-8'}
          >
            {!props.isNarrow && <KindTile kind={node.kind} />}
            <div className="min-w-0 flex-1">
              <p className="flex min-w-0 flex-wrap items-center gap-x-8">
                {!props.isNarrow && <span className="shrink-0 font-medium">{node.service}</span>}
                {item.url ? (
                  <TextLink href={item.url} external>
                    {nameOf(item)}
                  </TextLink>
                ) : (
                  <span className="min-w-0 wrap-anywhere">{nameOf(item)}</span>
                )}
                {item.arn && <CopyButton text={item.arn} label={t('copyItem', { name: item.name })} />}
              </p>
              <p className="text-12 text-muted">
                {item.flow !== 'trigger' && (
                  <span className={`font-medium ${flowText[item.flow]}`}>{t(`flow.${item.flow}`)} · </span>
                )}
                {detailOf(item)}
              </p>
              {item.problem && <p className="text-12 text-warning-text">{t('sourceMissing')}</p>}
            </div>
            {item.isPaused && (
              <span className="inline-flex shrink-0 items-center gap-4 text-12 text-neutral-text">
                <CirclePause aria-hidden size={16} strokeWidth={1.75} />
                {t('paused')}
              </span>
            )}
            {props.acts[item.id] && <div className="flex shrink-0 gap-8">{props.acts[item.id]}</div>}
          </li>
        )),
      )}
    </ul>
  );
}
