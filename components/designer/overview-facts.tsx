'use client';

import { X } from 'lucide-react';
import { useTranslations } from 'use-intl/react';
import { CodeText } from '@/components/ui/code-text';
import { CopyButton } from '@/components/ui/copy-button';
import { IconButton } from '@/components/ui/icon-button';
import { RelativeTime } from '@/components/ui/relative-time';
import { TextLink } from '@/components/ui/text-link';
import type { ReactNode } from 'react';
import type { OverviewModel, RelationActs, Selection } from './overview-model';
import { RelationItems } from './relation-items';
import { LayerRows } from './relation-list';

/** The column beside the diagram: facts of the function, or everything about what is picked. */
export function OverviewFacts(props: {
  model: OverviewModel;
  acts: RelationActs;
  selection: Selection;
  onClose: () => void;
}) {
  const { model, selection } = props;
  const t = useTranslations('designer');
  if (selection === 'layers') {
    return (
      <Picked title={t('layers')} onClose={props.onClose}>
        {model.layerArns.length === 0 ? (
          <p className="text-muted">{t('noLayers')}</p>
        ) : (
          <LayerRows arns={model.layerArns} />
        )}
      </Picked>
    );
  }
  const { triggers, destinations } = model.graph;
  const node = selection && [...triggers, ...destinations].find(({ id }) => id === selection.nodeId);
  if (node) {
    return (
      <Picked title={node.service} onClose={props.onClose}>
        <RelationItems nodes={[node]} acts={props.acts} isNarrow />
      </Picked>
    );
  }
  return (
    <dl className="flex min-w-0 flex-col gap-12">
      <Fact label={t('description')}>{model.description}</Fact>
      <Fact label={t('lastModified')}>{model.lastModified && <RelativeTime at={model.lastModified} />}</Fact>
      <Fact label={t('functionArn')}>
        <CodeText text={model.arn} cut="start" copyLabel={t('copyArn')} />
      </Fact>
      {model.functionUrl && (
        <Fact label={t('functionUrl')}>
          <span className="flex min-w-0 items-center gap-4">
            <span className="min-w-0 truncate" data-tooltip={model.functionUrl}>
              <TextLink href={model.functionUrl} external>
                {model.functionUrl}
              </TextLink>
            </span>
            <CopyButton text={model.functionUrl} label={t('copyUrl')} />
          </span>
        </Fact>
      )}
    </dl>
  );
}

function Fact(props: { label: string; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <dt className="text-12 text-muted">{props.label}</dt>
      <dd className="mt-2 wrap-anywhere">{props.children || <span className="text-muted">–</span>}</dd>
    </div>
  );
}

function Picked(props: { title: string; onClose: () => void; children: ReactNode }) {
  const t = useTranslations('designer');
  return (
    <section aria-label={props.title} className="flex min-w-0 flex-col gap-8">
      <div className="flex items-center gap-8">
        <h3 className="min-w-0 flex-1 text-14 wrap-anywhere">{props.title}</h3>
        <IconButton label={t('closeDetails')} size="small" onClick={props.onClose}>
          <X aria-hidden size={16} strokeWidth={1.75} />
        </IconButton>
      </div>
      {props.children}
    </section>
  );
}
