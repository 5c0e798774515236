'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { FormFrame } from '@/components/patterns/form-frame/form-frame';
import { Note } from '@/components/ui/note';
import { RadioGroup } from '@/components/ui/radio-group';
import { updateRestStageAction } from '@/lib/actions/rest-apis/update-stage';
import type { CliOptions } from '@/lib/domain/cli-command';
import { settingsPatch, settingsPath, type MethodSettings } from '@/lib/domain/rest-api/stage';
import { patchParameter, restCommands } from '../forms/rest-snippets';
import type { RestTarget } from '../rest-hrefs';
import { stageHref } from '../stage-hrefs';
import { fromSettingsDraft, settingsProblems, toSettingsDraft } from './settings-draft';
import { CachingFields, LoggingFields, ThrottlingFields } from './settings-fields';
import { settingsChanges } from './settings-words';

/** Settings of one method of a stage, or none of its own. */
export function OverrideForm(props: {
  target: RestTarget;
  stage: string;
  /** `orders/{id}/GET`. */
  methodKey: string;
  /** Null: the method follows the stage. */
  saved: MethodSettings | null;
  /** What it follows otherwise. */
  ofStage: MethodSettings;
  cli: CliOptions;
  cannotSaveReason: string | undefined;
}) {
  const t = useTranslations('restStages');
  const { target, stage, methodKey } = props;
  const [saved] = useState(props.saved);
  const first = saved === null ? 'follows' : 'overrides';
  const [mode, setMode] = useState<'follows' | 'overrides'>(first);
  const [draft, setDraft] = useState(() => toSettingsDraft(saved ?? props.ofStage));
  const change = (part: Partial<typeof draft>) => setDraft((current) => ({ ...current, ...part }));

  const after = mode === 'follows' ? null : fromSettingsDraft(draft);
  const modeRow = { id: 'mode', label: t('settings'), from: t(`edit.${first}`), to: t(`edit.${mode}`) };
  const changes = [
    ...(first === mode ? [] : [modeRow]),
    ...(after === null ? [] : settingsChanges(saved ?? props.ofStage, after, t)),
  ];
  const labels = { rate: t('rate'), burst: t('burst'), ttl: t('ttl') };
  const steps =
    after === null
      ? [{ op: 'remove', path: settingsPath(methodKey) } as const]
      : settingsPatch(methodKey, saved, after);
  const href = stageHref(target, stage);
  return (
    <FormFrame
      changes={changes}
      snippets={restCommands(
        [
          [
            'update-stage',
            {
              'rest-api-id': target.apiId,
              'stage-name': stage,
              'patch-operations': patchParameter(steps),
            },
          ],
        ],
        props.cli,
      )}
      problems={mode === 'follows' ? [] : settingsProblems(draft).map((field) => labels[field])}
      cannotSaveReason={props.cannotSaveReason}
      onReset={() => {
        setMode(first);
        setDraft(toSettingsDraft(saved ?? props.ofStage));
      }}
      onSave={() =>
        updateRestStageAction({
          ...target,
          stage,
          change: { kind: 'override', key: methodKey, before: saved, after },
        })
      }
      cancelHref={href}
      doneHref={href}
      doneFlash={{ kind: 'success', title: t('edit.saved', { stage }) }}
      notes={<Note tone="info">{t('edit.atOnce')}</Note>}
    >
      <RadioGroup
        legend={t('settings')}
        name="mode"
        value={mode}
        onValueChange={setMode}
        options={[
          { value: 'follows', label: t('edit.follows') },
          { value: 'overrides', label: t('edit.overrides') },
        ]}
      />
      {mode === 'overrides' && (
        <>
          <ThrottlingFields draft={draft} onChange={change} />
          <CachingFields draft={draft} onChange={change} />
          <LoggingFields draft={draft} onChange={change} />
        </>
      )}
    </FormFrame>
  );
}
