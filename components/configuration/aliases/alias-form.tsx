'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import type { Change } from '@/components/patterns/form-frame/change';
import { FormFrame } from '@/components/patterns/form-frame/form-frame';
import { TextField } from '@/components/ui/text-field';
import { createAliasAction } from '@/lib/actions/functions/create-alias';
import { updateAliasAction } from '@/lib/actions/functions/update-alias';
import type { CliOptions } from '@/lib/domain/cli-command';
import { workingCopy } from '@/lib/domain/qualifier';
import type { Basis } from '@/lib/queries/configuration';
import { routes, type Place } from '@/lib/routes';
import { ConflictPanel } from '@/components/patterns/fields/conflict-panel';
import { useBasis } from '@/components/patterns/fields/use-basis';
import { aliasSnippets } from './alias-snippets';
import {
  aliasChanges,
  aliasProblems,
  draftRouting,
  rebaseAlias,
  routingText,
  toDraft,
  type AliasDraft,
  type AliasField,
  type AliasValues,
} from './alias-values';
import { VersionField, type VersionChoice } from './version-field';
import { WeightField } from './weight-field';

const descriptionMax = 256;

/** "Create alias" and "Edit alias": where its calls go, to one version or by weight to two. */
export function AliasForm(props: {
  place: Place;
  functionName: string;
  isNew: boolean;
  latest: Basis<AliasValues>;
  versions: readonly VersionChoice[];
  versionsRefused: string | undefined;
  cli: CliOptions;
  cannotSaveReason: string | undefined;
}) {
  const t = useTranslations('versions');
  const conflict = useTranslations('configuration.conflict');
  const { place, functionName, isNew } = props;
  const { basis, newer, moveTo, markSaved, takesConflict } = useBasis(props.latest);
  const saved = basis.values;
  const [draft, setDraft] = useState(() => toDraft(saved));
  const [refusal, setRefusal] = useState<{ field: AliasField; message: string }>();

  const changes = aliasChanges(saved, draft);
  const problems = aliasProblems(draft, isNew);
  const routing = draftRouting(draft);
  const after: AliasValues = { name: draft.name, description: draft.description, ...routing };
  const change = (part: Partial<AliasDraft>) => {
    setDraft((current) => ({ ...current, ...part }));
    setRefusal(undefined);
  };
  const labels: Readonly<Record<AliasField, string>> = {
    name: t('name'),
    description: t('description'),
    version: t('version'),
    second: t('form.weighted'),
  };
  const errorOf = (field: AliasField) => {
    const problem = problems[field];
    if (problem) return t(`form.${problem}`);
    return refusal?.field === field ? refusal.message : undefined;
  };
  const secondText = (second: AliasValues['second'] | null) =>
    second ? t('form.shares', { version: second.version, percent: second.percent || 0 }) : '';
  const old = (text: string) => (isNew ? null : text);
  const rows: readonly (Change | false)[] = [
    isNew && draft.name !== '' && { id: 'name', label: labels.name, from: null, to: draft.name },
    (isNew ? draft.name !== '' : changes.version !== undefined) && {
      id: 'version',
      label: labels.version,
      from: old(saved.version),
      to: draft.version,
      onUndo: () => change({ version: saved.version }),
    },
    changes.second !== undefined && {
      id: 'second',
      label: labels.second,
      from: old(secondText(saved.second)),
      to: secondText(changes.second),
      onUndo: () => change({ second: toDraft(saved).second, percent: toDraft(saved).percent }),
      ...(!problems.second && {
        note: routingText(routing, (share) => t('form.shares', share)),
      }),
    },
    changes.description !== undefined && {
      id: 'description',
      label: labels.description,
      from: old(saved.description),
      to: draft.description,
      onUndo: () => change({ description: saved.description }),
    },
  ];
  const changed = rows.filter((row) => row !== false);
  const attention = [
    ...(isNew && draft.name === '' && changed.length > 0 ? [labels.name] : []),
    ...(Object.keys(problems) as AliasField[]).map((field) => labels[field]),
  ];
  const moveOn = (next: AliasDraft, onto: Basis<AliasValues>) => {
    setDraft(next);
    moveTo(onto);
  };
  const aliasesHref = routes.functionTab(place, functionName, 'aliases');
  const published = props.versions.filter(({ version }) => version !== workingCopy);

  return (
    <FormFrame
      changes={changed}
      snippets={
        attention.length > 0
          ? []
          : aliasSnippets(functionName, after, {
              isNew,
              changes,
              revisionId: basis.revisionId,
              cli: props.cli,
            })
      }
      problems={attention}
      refusedFields={refusal ? [labels[refusal.field]] : []}
      cannotSaveReason={props.cannotSaveReason ?? (newer && conflict('settleFirst'))}
      onReset={() => change(toDraft(saved))}
      onSave={async () => {
        const alias = { place, functionName, name: draft.name };
        const result = isNew
          ? await createAliasAction({ ...alias, changes: { ...changes, version: draft.version } })
          : await updateAliasAction({ ...alias, revisionId: basis.revisionId, changes });
        if (result.ok) markSaved();
        return result;
      }}
      onRefused={(error) => {
        if (takesConflict(error)) return true;
        const field = (Object.keys(labels) as AliasField[]).find((known) => known === error.field);
        if (!field) return false;
        setRefusal({ field, message: error.message });
        return true;
      }}
      cancelHref={aliasesHref}
      doneHref={aliasesHref}
      doneFlash={{
        kind: 'success',
        title: t(isNew ? 'form.created' : 'form.updated', { name: draft.name }),
      }}
      basedOn={basis.revisionId ? { revision: basis.revisionId, readAt: basis.readAt } : undefined}
      footNote={
        newer && (
          <ConflictPanel
            differences={[
              {
                label: labels.version,
                theirs: routingText(newer.values, (share) => t('form.shares', share)),
                mine:
                  changes.version ?? (changes.second === undefined ? undefined : secondText(changes.second)),
              },
              {
                label: labels.description,
                theirs: newer.values.description,
                mine: changes.description,
              },
            ]}
            onReload={() => moveOn(toDraft(newer.values), newer)}
            onKeepMine={() => moveOn(rebaseAlias(draft, saved, newer.values), newer)}
          />
        )
      }
    >
      {isNew && (
        <TextField
          label={t('form.name')}
          name="name"
          hint={t('form.nameHint')}
          changed={draft.name !== ''}
          error={errorOf('name')}
          value={draft.name}
          onChange={(event) => change({ name: event.target.value })}
        />
      )}
      <TextField
        label={labels.description}
        name="description"
        optional
        hint={t('form.descriptionHint', { max: descriptionMax })}
        changed={changes.description !== undefined}
        error={errorOf('description')}
        value={draft.description}
        onChange={(event) => change({ description: event.target.value })}
      />
      <VersionField
        label={labels.version}
        name="version"
        hint={t('form.versionHint')}
        choices={[{ version: workingCopy, description: t('form.latestDetail') }, ...published]}
        choicesRefused={props.versionsRefused}
        changed={changes.version !== undefined}
        error={errorOf('version')}
        value={draft.version}
        onChange={(version) => change({ version })}
      />
      <fieldset className="flex min-w-0 flex-col gap-12">
        <legend className="mb-4 text-16 font-semibold">{t('form.weighted')}</legend>
        <p className="text-12 text-muted">{t('form.weightedHint')}</p>
        <VersionField
          label={t('form.additional')}
          name="second"
          optional
          placeholder={t('form.noAdditional')}
          choices={published.filter(({ version }) => version !== draft.version)}
          choicesRefused={props.versionsRefused}
          changed={changes.second !== undefined}
          error={problems.second === 'weightBad' ? undefined : errorOf('second')}
          value={draft.second}
          onChange={(second) => change({ second })}
        />
        {draft.second !== '' && (
          <WeightField
            value={draft.percent}
            version={draft.second}
            changed={routing.second?.percent !== saved.second?.percent}
            error={problems.second === 'weightBad' ? errorOf('second') : undefined}
            onChange={(percent) => change({ percent })}
          />
        )}
      </fieldset>
    </FormFrame>
  );
}
