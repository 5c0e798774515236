'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { newAttribute, type Attribute } from '@/components/patterns/attribute-editor/attribute';
import { AttributeEditor } from '@/components/patterns/attribute-editor/attribute-editor';
import type { Change } from '@/components/patterns/form-frame/change';
import { FormFrame } from '@/components/patterns/form-frame/form-frame';
import { Note } from '@/components/ui/note';
import { updateTagsAction } from '@/lib/actions/functions/update-tags';
import type { CliOptions } from '@/lib/domain/cli-command';
import type { ActionResult } from '@/lib/domain/console-error';
import { tagDifference, type Tags } from '@/lib/forms/tags';
import { routes, type Place } from '@/lib/routes';
import { tagKeyProblem, tagLimits, tagValueProblem, toTags } from './tag-rows';
import { tagSnippets, type TagService } from './tag-snippets';

const rowsOf = (tags: Tags) => Object.entries(tags).map(([key, value]) => newAttribute(key, value));

/** "Manage tags": rows of key and value; what is saved is the difference. */
export function TagsForm(props: {
  place: Place;
  functionName: string;
  functionArn: string;
  /** For something else than a function: where its form leads. `functionArn` is its ARN then. */
  href?: string;
  /** Whose commands change the tags; Lambda's by default. */
  service?: TagService;
  /** What saves them; the action of functions by default. */
  save?: (input: {
    place: Place;
    functionArn: string;
    before: Tags;
    after: Tags;
  }) => Promise<ActionResult<undefined>>;
  tags: Tags;
  cli: CliOptions;
  cannotSaveReason: string | undefined;
}) {
  const t = useTranslations('configuration');
  const { place, functionName, functionArn } = props;
  const href = props.href ?? routes.configuration(place, functionName, 'tags');
  // What the form was filled from: the page may be read again meanwhile.
  const [saved] = useState(props.tags);
  const [rows, setRows] = useState<readonly Attribute[]>(() => rowsOf(saved));
  const [refusal, setRefusal] = useState<string>();
  const [isTextBroken, setIsTextBroken] = useState(false);
  const [turn, setTurn] = useState(0);

  const after = toTags(rows);
  const difference = tagDifference(saved, after);
  const replace = (next: readonly Attribute[]) => {
    setRows(next);
    setRefusal(undefined);
    setIsTextBroken(false);
    setTurn(turn + 1);
  };
  const undo = (key: string) => {
    const before = saved[key];
    const others = rows.filter((row) => row.key !== key);
    replace(before === undefined ? others : [...others, newAttribute(key, before)]);
  };
  const changes: Change[] = [...Object.keys(difference.set), ...difference.remove].map((key) => ({
    id: key,
    label: key || t('tags.unnamed'),
    from: saved[key] ?? null,
    to: after[key] ?? null,
    onUndo: () => undo(key),
  }));
  const found = rows.map((row) => {
    const key = tagKeyProblem(row, rows, saved);
    const value = tagValueProblem(row);
    return {
      row,
      problem: {
        ...(key && { key: t(`tags.problem.${key}`) }),
        ...(value && { value: t(`tags.problem.${value}`) }),
      },
    };
  });
  const problems = [
    ...found
      .filter(({ problem }) => Object.keys(problem).length > 0)
      .map(({ row }) => row.key || t('tags.unnamed')),
    ...(isTextBroken ? [t('environment.text')] : []),
  ];

  const all = tagSnippets(functionName, functionArn, {
    difference,
    after,
    cli: props.cli,
    service: props.service ?? 'lambda',
  });
  const save = props.save ?? updateTagsAction;
  // Templates are of functions; the command is the same for everything that Lambda tags.
  const snippets = props.href === undefined ? all : all.filter(({ id }) => id === 'cli');

  return (
    <FormFrame
      changes={changes}
      snippets={snippets}
      problems={problems}
      refusedFields={refusal ? [t('tags.title')] : []}
      cannotSaveReason={props.cannotSaveReason}
      onReset={() => replace(rowsOf(saved))}
      onSave={() => save({ place, functionArn, before: saved, after })}
      onRefused={(error) => {
        if (error.field !== 'tags') return false;
        setRefusal(error.message);
        return true;
      }}
      cancelHref={href}
      doneHref={href}
      doneFlash={{ kind: 'success', title: t('saved', { name: functionName }) }}
    >
      <AttributeEditor
        key={turn}
        title={t('tags.title')}
        rows={rows}
        onChange={(next) => {
          setRows(next);
          setRefusal(undefined);
        }}
        saved={saved}
        problems={Object.fromEntries(found.map(({ row, problem }) => [row.id, problem]))}
        words={{ key: t('key'), value: t('value'), add: t('tags.add') }}
        rowsMax={tagLimits.count}
        meter={{
          label: t('tags.count'),
          value: rows.length,
          max: tagLimits.count,
          text: t('tags.countOf', { count: rows.length, max: tagLimits.count }),
        }}
        onTextProblem={setIsTextBroken}
      />
      <p className="text-12 text-muted">{t('tags.hint')}</p>
      {refusal && (
        <div role="alert">
          <Note tone="danger" title={t('tags.refused')}>
            {refusal}
          </Note>
        </div>
      )}
    </FormFrame>
  );
}
