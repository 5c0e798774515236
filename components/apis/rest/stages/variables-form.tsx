'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { FormFrame } from '@/components/patterns/form-frame/form-frame';
import { Note } from '@/components/ui/note';
import { updateRestStageAction } from '@/lib/actions/rest-apis/update-stage';
import type { CliOptions } from '@/lib/domain/cli-command';
import type { Texts } from '@/lib/domain/rest-api/method';
import { variablesPatch } from '@/lib/domain/rest-api/stage';
import { patchParameter, restCommands } from '../forms/rest-snippets';
import { rowsOfTexts, textsOfRows } from '../forms/rows';
import type { RestTarget } from '../rest-hrefs';
import { stageHref } from '../stage-hrefs';
import { textChanges, useVariableProblems, VariableRows } from './variable-rows';

/** The variables of a stage: what mapping templates and integrations read of it. */
export function VariablesForm(props: {
  target: RestTarget;
  stage: string;
  saved: Texts;
  cli: CliOptions;
  cannotSaveReason: string | undefined;
}) {
  const t = useTranslations('restStages');
  const { target, stage } = props;
  const [saved] = useState(props.saved);
  const [rows, setRows] = useState(() => rowsOfTexts(saved, 'name', 'value'));
  const problems = useVariableProblems(rows);
  const after = textsOfRows(rows, 'name', 'value');
  const href = stageHref(target, stage);
  return (
    <FormFrame
      changes={textChanges(saved, after)}
      snippets={restCommands(
        [
          [
            'update-stage',
            {
              'rest-api-id': target.apiId,
              'stage-name': stage,
              'patch-operations': patchParameter(variablesPatch(saved, after)),
            },
          ],
        ],
        props.cli,
      )}
      problems={Object.keys(problems).length > 0 ? [t('variables')] : []}
      cannotSaveReason={props.cannotSaveReason}
      onReset={() => setRows(rowsOfTexts(saved, 'name', 'value'))}
      onSave={() =>
        updateRestStageAction({ ...target, stage, change: { kind: 'variables', before: saved, after } })
      }
      cancelHref={href}
      doneHref={href}
      doneFlash={{ kind: 'success', title: t('edit.saved', { stage }) }}
      notes={<Note tone="info">{t('edit.atOnce')}</Note>}
    >
      <VariableRows title={t('variables')} rows={rows} onChange={setRows} problems={problems} />
    </FormFrame>
  );
}
