'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { FormFrame } from '@/components/patterns/form-frame/form-frame';
import { Checkbox } from '@/components/ui/checkbox';
import { Note } from '@/components/ui/note';
import { NumberField } from '@/components/ui/number-field';
import { updateRestStageAction } from '@/lib/actions/rest-apis/update-stage';
import type { CliOptions } from '@/lib/domain/cli-command';
import { canaryPatch, type Canary } from '@/lib/domain/rest-api/stage';
import { patchParameter, restCommands } from '../forms/rest-snippets';
import { rowsOfTexts, textsOfRows } from '../forms/rows';
import type { RestTarget } from '../rest-hrefs';
import { stageHref } from '../stage-hrefs';
import { textChanges, useVariableProblems, VariableRows } from './variable-rows';

/** How many calls the canary gets, with which variables. */
export function CanaryForm(props: {
  target: RestTarget;
  stage: string;
  saved: Canary;
  cli: CliOptions;
  cannotSaveReason: string | undefined;
}) {
  const t = useTranslations('restStages');
  const { target, stage } = props;
  const [saved] = useState(props.saved);
  const [percent, setPercent] = useState(String(saved.percent));
  const [useStageCache, setUseStageCache] = useState(saved.useStageCache);
  const [rows, setRows] = useState(() => rowsOfTexts(saved.overrides, 'name', 'value'));
  const problems = useVariableProblems(rows);
  const share = /^\d{1,3}(\.\d+)?$/.test(percent.trim()) ? Number(percent) : Number.NaN;
  const isBad = Number.isNaN(share) || share > 100;
  const after: Canary = {
    ...saved,
    percent: isBad ? saved.percent : share,
    useStageCache,
    overrides: textsOfRows(rows, 'name', 'value'),
  };
  const percentText = (value: number) => t('percentValue', { value: String(value) });
  const cacheText = (isUsed: boolean) => t(isUsed ? 'usesStageCache' : 'ownCache');
  const main = [
    { id: '%', label: t('percent'), from: percentText(saved.percent), to: percentText(after.percent) },
    { id: '#', label: t('stageCache'), from: cacheText(saved.useStageCache), to: cacheText(useStageCache) },
  ].filter(({ from, to }) => from !== to);
  const href = stageHref(target, stage);
  return (
    <FormFrame
      changes={[...main, ...textChanges(saved.overrides, after.overrides)]}
      snippets={restCommands(
        [
          [
            'update-stage',
            {
              'rest-api-id': target.apiId,
              'stage-name': stage,
              'patch-operations': patchParameter(canaryPatch(saved, after)),
            },
          ],
        ],
        props.cli,
      )}
      problems={[
        ...(isBad ? [t('percent')] : []),
        ...(Object.keys(problems).length > 0 ? [t('canaryVariables')] : []),
      ]}
      cannotSaveReason={props.cannotSaveReason}
      onReset={() => {
        setPercent(String(saved.percent));
        setUseStageCache(saved.useStageCache);
        setRows(rowsOfTexts(saved.overrides, 'name', 'value'));
      }}
      onSave={() =>
        updateRestStageAction({ ...target, stage, change: { kind: 'canary', before: saved, after } })
      }
      cancelHref={href}
      doneHref={href}
      doneFlash={{ kind: 'success', title: t('edit.saved', { stage }) }}
      notes={<Note tone="info">{t('edit.atOnce')}</Note>}
    >
      <NumberField
        label={t('percent')}
        unit="%"
        step="any"
        error={isBad ? t('edit.percentBad') : undefined}
        value={percent}
        onChange={(event) => setPercent(event.target.value)}
      />
      <Checkbox
        label={t('edit.useStageCache')}
        checked={useStageCache}
        onChange={(event) => setUseStageCache(event.target.checked)}
      />
      <VariableRows title={t('canaryVariables')} rows={rows} onChange={setRows} problems={problems} />
    </FormFrame>
  );
}
