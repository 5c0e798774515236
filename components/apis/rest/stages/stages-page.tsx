import type { ReactNode } from 'react';
import { Empty } from '@/components/patterns/empty';
import { ButtonLink } from '@/components/ui/button-link';
import { Note } from '@/components/ui/note';
import type { RestStage } from '@/lib/domain/rest-api/stage';
import { getTranslator } from '@/lib/i18n/server';
import type { RestTarget } from '../rest-hrefs';
import { createStageHref } from '../stage-hrefs';
import { StageList } from './stage-list';

/** The stages at the side, and what is shown of one of them. */
export async function StagesPage(props: {
  target: RestTarget;
  stages: readonly RestStage[];
  /** Name of the stage in view; it need not be there any more. */
  current: string | undefined;
  refusedReason: string | undefined;
  children: ReactNode;
}) {
  const t = await getTranslator('restStages');
  if (props.stages.length === 0) {
    const create = (
      <ButtonLink href={createStageHref(props.target)} disabledReason={props.refusedReason}>
        {t('create')}
      </ButtonLink>
    );
    return <Empty title={t('none')} text={t('noneText')} acts={create} />;
  }
  const isThere = props.stages.some(({ name }) => name === props.current);
  return (
    <div className="flex flex-1 flex-col desktop:flex-row">
      <StageList
        target={props.target}
        stages={props.stages}
        current={props.current}
        refusedReason={props.refusedReason}
      />
      <div className="flex min-w-0 flex-1 flex-col gap-16 px-inset py-16">
        {isThere ? props.children : <Note tone="warning">{t('gone', { stage: props.current ?? '' })}</Note>}
      </div>
    </div>
  );
}
