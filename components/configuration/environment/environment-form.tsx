'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { AttributeEditor } from '@/components/patterns/attribute-editor/attribute-editor';
import type { Attribute } from '@/components/patterns/attribute-editor/attribute';
import { Failure } from '@/components/patterns/failure';
import type { Change } from '@/components/patterns/form-frame/change';
import { FormFrame } from '@/components/patterns/form-frame/form-frame';
import { Note } from '@/components/ui/note';
import { updateEnvironmentAction } from '@/lib/actions/functions/update-environment';
import type { CliOptions } from '@/lib/domain/cli-command';
import { looksSecret, variablesBytesMax } from '@/lib/domain/variables';
import type { Basis, HiddenVariable } from '@/lib/queries/configuration';
import { routes, type Place } from '@/lib/routes';
import { formatBytes } from '@/lib/shared/bytes';
import { ConflictPanel } from '@/components/patterns/fields/conflict-panel';
import { useBasis } from '@/components/patterns/fields/use-basis';
import { environmentSnippets } from './environment-snippets';
import { useRevealed } from './use-revealed';
import {
  bytesOf,
  keyProblems,
  previousKeyOf,
  rebaseRows,
  reviewValue,
  rowChanges,
  savedRow,
  showValues,
  toVariableRows,
  type RowChange,
} from './variable-rows';

/** "Edit environment variables": rows whose values stay on the server until somebody asks for them. */
export function EnvironmentForm(props: {
  place: Place;
  functionName: string;
  latest: Basis<readonly HiddenVariable[]>;
  cli: CliOptions;
}) {
  const t = useTranslations('configuration');
  const { place, functionName } = props;
  const { basis, newer, moveTo, markSaved, takesConflict } = useBasis(props.latest);
  const saved = basis.values;
  const values = useRevealed(place, functionName);
  const { revealed } = values;
  const [rows, setRows] = useState(() => saved.map(({ key }) => savedRow(key)));
  const [refusal, setRefusal] = useState<string>();
  const [isTextBroken, setIsTextBroken] = useState(false);
  // A text view holds what was typed: it begins anew when the rows are replaced from outside.
  const [turn, setTurn] = useState(0);

  const found = keyProblems(rows);
  const bytes = bytesOf(rows, saved);
  const changes = rowChanges(rows, saved, revealed);
  const change = (next: readonly Attribute[]) => {
    setRows([...next]);
    setRefusal(undefined);
  };
  const replace = (next: readonly Attribute[]) => {
    change(next);
    setIsTextBroken(false);
    setTurn(turn + 1);
  };
  const undo = ({ row, saved: variable }: RowChange) => {
    const before = variable && savedRow(variable.key, revealed);
    if (!row) return replace(before ? [...rows, before] : rows);
    replace(rows.flatMap((other) => (other.id === row.id ? (before ?? []) : other)));
  };
  const toChange = (part: RowChange): Change => {
    const { row, saved: variable } = part;
    const key = row?.key || variable?.key || t('environment.unnamed');
    const isRenamed = row && variable && row.key !== variable.key;
    const savedValue = variable && reviewValue(variable.key, revealed[variable.key]);
    const value = row && reviewValue(row.key, row.isHidden ? undefined : row.value);
    return {
      id: row?.id ?? `gone-${key}`,
      label: key,
      from: isRenamed ? variable.key : (savedValue ?? null),
      to: isRenamed ? row.key : (value ?? null),
      ...(isRenamed && !row.isHidden && { note: t('environment.valueToo') }),
      onUndo: () => undo(part),
    };
  };
  const problems = [
    ...rows.filter(({ id }) => found[id]).map(({ key }) => key || t('environment.unnamed')),
    ...(bytes > variablesBytesMax ? [t('environment.size')] : []),
    ...(isTextBroken ? [t('environment.text')] : []),
  ];
  const meter = {
    label: t('environment.size'),
    value: bytes,
    max: variablesBytesMax,
    text: t('environment.sizeOf', { size: formatBytes(bytes), max: formatBytes(variablesBytesMax) }),
  };

  return (
    <FormFrame
      changes={changes.map(toChange)}
      snippets={environmentSnippets(functionName, rows.map(({ key }) => key).filter(Boolean), {
        cli: props.cli,
        revisionId: basis.revisionId,
        hint: t('environment.snippetHint'),
      })}
      problems={problems}
      refusedFields={refusal ? [t('environment.title')] : []}
      cannotSaveReason={newer && t('conflict.settleFirst')}
      onReset={() => replace(saved.map(({ key }) => savedRow(key, revealed)))}
      onSave={async () => {
        const result = await updateEnvironmentAction({
          place,
          functionName,
          revisionId: basis.revisionId,
          rows: toVariableRows(rows),
        });
        if (result.ok) markSaved();
        return result;
      }}
      onRefused={(error) => {
        if (takesConflict(error)) return true;
        if (error.field !== 'variables') return false;
        setRefusal(error.message);
        return true;
      }}
      cancelHref={routes.configuration(place, functionName, 'environment')}
      doneHref={routes.configuration(place, functionName, 'environment')}
      doneFlash={{ kind: 'success', title: t('saved', { name: functionName }) }}
      basedOn={basis.revisionId ? { revision: basis.revisionId, readAt: basis.readAt } : undefined}
      footNote={
        newer && (
          <ConflictPanel
            differences={keyDifferences(saved, newer.values, rows).map(({ key, isTheirs, isMine }) => ({
              label: key,
              theirs: t(isTheirs ? 'conflict.there' : 'conflict.notThere'),
              mine: isMine ? t('conflict.there') : t('conflict.notThere'),
            }))}
            onReload={() => {
              values.forget();
              replace(newer.values.map(({ key }) => savedRow(key)));
              moveTo(newer);
            }}
            onKeepMine={() => {
              values.forget();
              replace(rebaseRows(rows, saved, newer.values, revealed));
              moveTo(newer);
            }}
          />
        )
      }
    >
      <AttributeEditor
        key={turn}
        title={t('environment.title')}
        rows={rows}
        onChange={change}
        saved={Object.fromEntries(saved.map(({ key }) => [key, revealed[key] ?? '']))}
        problems={Object.fromEntries(
          Object.entries(found).map(([id, problem]) => [id, { key: t(`environment.problem.${problem}`) }]),
        )}
        words={{ key: t('key'), value: t('value'), add: t('environment.add') }}
        looksSecret={looksSecret}
        meter={meter}
        onReveal={(wanted) => {
          const keys = wanted.flatMap((row) => previousKeyOf(row) ?? []);
          values.reveal(keys, (came) => setRows((current) => showValues(current, came)));
        }}
        isRevealing={values.isPending}
        onTextProblem={setIsTextBroken}
      />
      {values.error && (
        <Failure error={values.error} title={t('environment.notShown')} compact onRetry={null} />
      )}
      {refusal && (
        <div role="alert">
          <Note tone="danger" title={t('environment.refused')}>
            {refusal}
          </Note>
        </div>
      )}
    </FormFrame>
  );
}

/** Keys that somebody added or removed meanwhile, and whether my rows have them. Values are not compared. */
function keyDifferences(
  from: readonly HiddenVariable[],
  onto: readonly HiddenVariable[],
  rows: readonly Attribute[],
) {
  const has = (list: readonly { readonly key: string }[], key: string) =>
    list.some((other) => other.key === key);
  return [...new Set([...from, ...onto].map(({ key }) => key))]
    .filter((key) => has(from, key) !== has(onto, key))
    .map((key) => ({ key, isTheirs: has(onto, key), isMine: has(rows, key) }));
}
