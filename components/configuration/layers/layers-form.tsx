'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { ConflictPanel } from '@/components/patterns/fields/conflict-panel';
import { useBasis } from '@/components/patterns/fields/use-basis';
import { FormFrame } from '@/components/patterns/form-frame/form-frame';
import { updateLayersAction } from '@/lib/actions/functions/update-layers';
import { cliCommand, type CliOptions } from '@/lib/domain/cli-command';
import { layerWords } from '@/lib/domain/layer';
import type { LayersBasis } from '@/lib/queries/function-layers';
import type { LayerRow } from '@/lib/queries/layers';
import { routes, type Place } from '@/lib/routes';
import { AddLayer } from './add-layer';
import { LayerRows } from './layer-rows';

/** "Edit layers": which, and in which order they are merged. */
export function LayersForm(props: {
  place: Place;
  functionName: string;
  latest: LayersBasis;
  choices: readonly LayerRow[];
  cli: CliOptions;
  cannotSaveReason: string | undefined;
}) {
  const t = useTranslations('layers');
  const fields = useTranslations('fields');
  const code = useTranslations('codeSettings');
  const { place, functionName } = props;
  const { basis, newer, moveTo, markSaved, takesConflict } = useBasis(props.latest);
  const saved = basis.values.arns;
  const [arns, setArns] = useState(saved);
  const [refusal, setRefusal] = useState<string>();
  const label = t('title');
  const words = (list: readonly string[]) => list.map(layerWords).join(', ');
  const isChanged = arns.join('\n') !== saved.join('\n');
  const change = (next: readonly string[]) => {
    setArns(next);
    setRefusal(undefined);
  };
  const href = routes.functionTab(place, functionName, 'code');
  return (
    <FormFrame
      changes={
        isChanged
          ? [{ id: 'layers', label, from: words(saved), to: words(arns), onUndo: () => change(saved) }]
          : []
      }
      snippets={[
        {
          id: 'cli',
          label: 'AWS CLI',
          text: cliCommand(
            'lambda',
            'update-function-configuration',
            { 'function-name': functionName, layers: arns },
            props.cli,
          ),
        },
      ]}
      refusedFields={refusal === undefined ? [] : [label]}
      cannotSaveReason={props.cannotSaveReason ?? (newer && fields('settleFirst'))}
      onReset={() => change(saved)}
      onSave={async () => {
        const result = await updateLayersAction({
          place,
          functionName,
          revisionId: basis.revisionId,
          arns,
        });
        if (result.ok) markSaved();
        return result;
      }}
      onRefused={(error) => {
        if (takesConflict(error)) return true;
        // The list is all there is: what AWS calls invalid, or may not be read, is about it.
        if (error.kind !== 'invalid' && error.kind !== 'denied') return false;
        setRefusal(error.message);
        return true;
      }}
      cancelHref={href}
      doneHref={href}
      doneFlash={{ kind: 'success', title: code('saved', { name: functionName }) }}
      basedOn={basis.revisionId ? { revision: basis.revisionId, readAt: basis.readAt } : undefined}
      footNote={
        newer && (
          <ConflictPanel
            differences={[
              { label, theirs: words(newer.values.arns), mine: isChanged ? words(arns) : undefined },
            ]}
            onReload={() => {
              change(newer.values.arns);
              moveTo(newer);
            }}
            onKeepMine={() => moveTo(newer)}
          />
        )
      }
    >
      <div className="flex flex-col gap-8">
        <LayerRows arns={arns} onChange={change} />
        <p className="text-12 text-muted">{t('onFunction.later')}</p>
        {refusal && (
          <p role="alert" className="text-12 text-danger-text">
            {refusal}
          </p>
        )}
      </div>
      <AddLayer
        place={place}
        runtime={basis.runtime ?? ''}
        architecture={basis.architecture}
        choices={props.choices}
        arns={arns}
        onAdd={(arn) => change([...arns, arn])}
      />
    </FormFrame>
  );
}
