'use client';

import { useRouter } from 'next/navigation';
import { useState, useTransition } from 'react';
import { useTranslations } from 'use-intl/react';
import { Failure } from '@/components/patterns/failure';
import { useFlash } from '@/components/patterns/flash';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { Dialog } from '@/components/ui/dialog';
import { Note } from '@/components/ui/note';
import { NumberField } from '@/components/ui/number-field';
import { SelectField } from '@/components/ui/select-field';
import { TextField } from '@/components/ui/text-field';
import { deployRestApiAction } from '@/lib/actions/rest-apis/deploy-api';
import type { ConsoleError } from '@/lib/domain/console-error';
import type { RestTarget } from '../rest-hrefs';
import { stageHref } from '../stage-hrefs';
import type { StageChoice } from './deploy-button';

/** Stands for the choice of a new stage; no stage can be called so. */
const newStage = '*';

/** Which stage the snapshot goes to, and how much of its traffic. */
export function DeployDialog(props: {
  target: RestTarget;
  apiName: string;
  stages: readonly StageChoice[];
  open: boolean;
  onOpenChange: (open: boolean) => void;
}) {
  const t = useTranslations('restStages');
  const common = useTranslations('ui');
  const router = useRouter();
  const flash = useFlash();
  const { target, stages } = props;
  const [choice, setChoice] = useState(stages[0]?.name ?? newStage);
  const [name, setName] = useState('');
  const [description, setDescription] = useState('');
  const [isCanary, setIsCanary] = useState(false);
  const [percent, setPercent] = useState('10');
  const [error, setError] = useState<ConsoleError>();
  const [isPending, startTransition] = useTransition();

  const isNew = choice === newStage;
  const chosen = stages.find((stage) => stage.name === choice);
  const stage = isNew ? name.trim() : choice;
  const isTaken = isNew && stages.some((one) => one.name === stage);
  const isNameBad = isNew && stage !== '' && !/^[a-zA-Z0-9_-]{1,128}$/.test(stage);
  const share = Number(percent);
  const wantsCanary = isCanary && chosen !== undefined && !chosen.hasCanary;
  const isShareBad = wantsCanary && !(percent.trim() !== '' && share >= 0 && share <= 100);
  const handleSubmit = () => {
    if (stage === '' || isTaken || isNameBad || isShareBad || isPending) return;
    setError(undefined);
    startTransition(async () => {
      const result = await deployRestApiAction({
        ...target,
        stage,
        isNew,
        description,
        canaryPercent: wantsCanary ? share : null,
      });
      if (!result.ok) {
        setError(result.error);
        return;
      }
      props.onOpenChange(false);
      setChoice(stage);
      setDescription('');
      flash.show({
        kind: 'success',
        title: t('deploy.done', { stage }),
        act: { label: t('deploy.open'), href: stageHref(target, stage) },
      });
      router.refresh();
    });
  };
  return (
    <Dialog
      open={props.open}
      onOpenChange={props.onOpenChange}
      title={t('deploy.act')}
      description={t('deploy.text', { api: props.apiName })}
      onSubmit={handleSubmit}
      footer={
        <>
          <Button onClick={() => props.onOpenChange(false)}>{common('cancel')}</Button>
          <Button type="submit" variant="primary" pending={isPending} disabled={stage === ''}>
            {t('deploy.submit')}
          </Button>
        </>
      }
    >
      <SelectField
        label={t('stage')}
        options={[
          ...stages.map((one) => ({ value: one.name, label: one.name })),
          { value: newStage, label: t('deploy.newStage') },
        ]}
        value={choice}
        onValueChange={setChoice}
      />
      {isNew && (
        <TextField
          label={t('edit.stageName')}
          mono
          hint={t('edit.stageNameHint')}
          error={isTaken ? t('edit.taken') : isNameBad ? t('edit.stageNameHint') : undefined}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
      )}
      <TextField
        label={t('deploy.description')}
        optional
        maxLength={1024}
        value={description}
        onChange={(event) => setDescription(event.target.value)}
      />
      {chosen?.hasCanary && <Note tone="info">{t('deploy.hasCanary')}</Note>}
      {chosen && !chosen.hasCanary && (
        <>
          <Checkbox
            label={t('deploy.asCanary')}
            checked={isCanary}
            onChange={(event) => setIsCanary(event.target.checked)}
          />
          {isCanary && (
            <NumberField
              label={t('percent')}
              unit="%"
              min={0}
              max={100}
              step="any"
              error={isShareBad ? t('edit.percentBad') : undefined}
              value={percent}
              onChange={(event) => setPercent(event.target.value)}
            />
          )}
        </>
      )}
      {error && <Failure error={error} compact onRetry={null} />}
    </Dialog>
  );
}
