'use client';

import { useState, useTransition } from 'react';
import { useTranslations } from 'use-intl/react';
import { Button } from '@/components/ui/button';
import { ComboboxField } from '@/components/ui/combobox-field';
import { Note } from '@/components/ui/note';
import { RadioGroup } from '@/components/ui/radio-group';
import { SelectField } from '@/components/ui/select-field';
import { TextField } from '@/components/ui/text-field';
import { layerVersionsAction, verifyLayerAction } from '@/lib/actions/layers/look-at-layer';
import { layersOfFunctionMax } from '@/lib/domain/layer';
import type { LayerRow } from '@/lib/queries/layers';
import type { Place } from '@/lib/routes';

/** "Add a layer": a version of one of the account's layers that fit, or any by its ARN. */
export function AddLayer(props: {
  place: Place;
  runtime: string;
  architecture: string;
  /** Layers that fit, each with its newest version that does. */
  choices: readonly LayerRow[];
  arns: readonly string[];
  onAdd: (arn: string) => void;
}) {
  const t = useTranslations('layers.onFunction');
  const common = useTranslations('layers');
  const { place, choices, arns } = props;
  const [source, setSource] = useState<'custom' | 'arn'>('custom');
  const [versions, setVersions] = useState<readonly LayerRow[]>([]);
  const [arn, setArn] = useState('');
  const [verified, setVerified] = useState<LayerRow>();
  const [problem, setProblem] = useState<string>();
  const [isPending, startTransition] = useTransition();
  const layer = versions[0]?.layer ?? null;

  const reset = () => {
    setVersions([]);
    setArn('');
    setVerified(undefined);
    setProblem(undefined);
  };
  const choose = (name: string | null) => {
    reset();
    const newest = choices.find((choice) => choice.layer === name);
    if (!newest) return;
    setVersions([newest]);
    setArn(newest.arn);
    startTransition(async () => {
      const found = await layerVersionsAction({ place, layer: newest.layer });
      if (found.ok) setVersions(found.data);
      else setProblem(`${t('versionsFailed')} ${found.error.message}`);
    });
  };
  const verify = () =>
    startTransition(async () => {
      const found = await verifyLayerAction({ place, arn: arn.trim() });
      setVerified(found.ok ? found.data : undefined);
      setProblem(found.ok ? undefined : found.error.message);
    });
  const missing = verified
    ? [
        ...(verified.runtimes.length > 0 && !verified.runtimes.includes(props.runtime)
          ? [props.runtime]
          : []),
        ...(verified.architectures.length > 0 && !verified.architectures.includes(props.architecture)
          ? [props.architecture]
          : []),
      ]
    : [];
  const whyOff =
    arns.length >= layersOfFunctionMax
      ? t('full')
      : arn.trim() === ''
        ? t(source === 'custom' ? 'choose' : 'typeArn')
        : arns.includes(arn.trim())
          ? t('alreadyThere')
          : undefined;

  return (
    <fieldset className="flex min-w-0 flex-col gap-16 rounded-8 border border-edge-strong p-16">
      <legend className="px-4 font-medium">{t('add')}</legend>
      <RadioGroup
        legend={t('source')}
        name="source"
        value={source}
        onValueChange={(value) => {
          setSource(value);
          reset();
        }}
        options={[
          {
            value: 'custom',
            label: t('custom'),
            description: t('customText', { runtime: props.runtime, architecture: props.architecture }),
          },
          { value: 'arn', label: t('byArn'), description: t('byArnText') },
        ]}
      />
      {source === 'custom' && choices.length === 0 && <p className="text-muted">{t('noneFit')}</p>}
      {source === 'custom' && choices.length > 0 && (
        <>
          <ComboboxField
            label={common('layer')}
            name="layer"
            value={layer}
            onValueChange={choose}
            options={choices.map((choice) => ({
              value: choice.layer,
              label: choice.layer,
              detail: choice.description,
            }))}
          />
          {versions.length > 0 && (
            <SelectField
              label={common('version')}
              name="version"
              className="max-w-menu"
              value={arn}
              onValueChange={setArn}
              options={versions.map((row) => ({ value: row.arn, label: String(row.version) }))}
            />
          )}
        </>
      )}
      {source === 'arn' && (
        <div className="flex flex-col gap-8">
          <TextField
            label={common('arn')}
            name="arn"
            mono
            value={arn}
            error={problem}
            onChange={(event) => {
              setArn(event.target.value);
              setVerified(undefined);
              setProblem(undefined);
            }}
          />
          {verified && (
            <Note
              tone={missing.length > 0 ? 'warning' : 'info'}
              title={t('found', { version: verified.version, layer: verified.layer })}
            >
              {verified.description}{' '}
              {missing.length > 0
                ? t('notCompatible', { what: missing.join(', ') })
                : [...verified.runtimes, ...verified.architectures].join(', ')}
            </Note>
          )}
        </div>
      )}
      {source === 'custom' && problem && <p className="text-12 text-danger-text">{problem}</p>}
      <div className="flex gap-8">
        {source === 'arn' && (
          <Button
            pending={isPending}
            disabledReason={arn.trim() === '' ? t('typeArn') : undefined}
            onClick={verify}
          >
            {t('verify')}
          </Button>
        )}
        <Button
          disabledReason={whyOff}
          onClick={() => {
            props.onAdd(arn.trim());
            reset();
          }}
        >
          {t('addAct')}
        </Button>
      </div>
    </fieldset>
  );
}
