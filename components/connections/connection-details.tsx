'use client';

import { useTranslations } from 'use-intl/react';
import { DetailsSection } from '@/components/patterns/details-section';
import { WithSidePanel } from '@/components/patterns/side-panel';
import { Note } from '@/components/ui/note';
import { testConnectionAction } from '@/lib/actions/connections/test-connection';
import type { ConnectionSummary } from '@/lib/queries/connections';
import { ToneDot } from './tone-dot';
import { TrialPanel } from './trial-panel';

/** A connection that cannot be changed here: what it is, why, and whether it works. */
export function ConnectionDetails(props: { connection: ConnectionSummary; canTest: boolean }) {
  const t = useTranslations('connections');
  const { connection } = props;
  const why = { 'built-in': t('builtIn'), file: t('fromFile'), console: t('adminOnly') }[connection.origin];
  return (
    <WithSidePanel
      panel={
        <TrialPanel
          disabledReason={props.canTest ? undefined : t('adminOnly')}
          run={() => testConnectionAction({ id: connection.id })}
        />
      }
    >
      <div className="max-w-settings px-inset py-20">
        <DetailsSection
          title={t('section')}
          items={[
            { label: t('fields.name'), value: connection.name },
            { label: t('fields.id'), value: <code>{connection.id}</code> },
            {
              label: t('fields.tone'),
              value: (
                <span className="inline-flex items-center gap-8">
                  <ToneDot tone={connection.tone} />
                  {t(`tones.${connection.tone}`)}
                </span>
              ),
            },
            { label: t('fields.region'), value: connection.region },
            { label: t('fields.kind'), value: t(`kinds.${connection.kind}`) },
            { label: t('detail'), value: connection.detail && <code>{connection.detail}</code> },
          ]}
          note={<Note tone="info">{why}</Note>}
        />
      </div>
    </WithSidePanel>
  );
}
