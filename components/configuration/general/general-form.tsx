'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { FormFrame } from '@/components/patterns/form-frame/form-frame';
import { NumberField } from '@/components/ui/number-field';
import { TextField } from '@/components/ui/text-field';
import { updateGeneralAction } from '@/lib/actions/functions/update-general';
import type { CliOptions } from '@/lib/domain/cli-command';
import { snapStartObstacle } from '@/lib/domain/snap-start';
import type { GeneralField, GeneralValues } from '@/lib/forms/general';
import type { GeneralBasis } from '@/lib/queries/configuration';
import type { RoleChoice } from '@/lib/queries/roles';
import { routes, type Place } from '@/lib/routes';
import { ConflictPanel } from '@/components/patterns/fields/conflict-panel';
import { useBasis } from '@/components/patterns/fields/use-basis';
import { generalSnippets } from './general-snippets';
import {
  changedValues,
  fromDraft,
  generalFields,
  rebase,
  toDraft,
  undoField,
  unreadableFields,
  type GeneralDraft,
} from './general-values';
import { RoleField } from './role-field';
import { SnapStartField } from './snap-start-field';
import { TimeoutField } from './timeout-field';
import { useGeneralWords } from './use-general-words';

const descriptionMax = 256;
/** AWS gives a function one vCPU at this much memory, in MB. */
const memoryOfOneCpu = 1_769;

/** "Edit basic settings": fields, and what they change beside them. */
export function GeneralForm(props: {
  place: Place;
  functionName: string;
  latest: GeneralBasis;
  /** Values that whoever leads here proposes; they stand in the fields as if they were typed. */
  proposed: Partial<GeneralValues>;
  roles: readonly RoleChoice[];
  rolesRefused: string | undefined;
  cli: CliOptions;
}) {
  const t = useTranslations('configuration');
  const { place, functionName } = props;
  const { basis, newer, moveTo, markSaved, takesConflict } = useBasis(props.latest);
  const saved = basis.values;
  const [draft, setDraft] = useState(() => toDraft({ ...saved, ...props.proposed }));
  const [refusal, setRefusal] = useState<{ field: GeneralField; message: string }>();
  const words = useGeneralWords();

  const values = fromDraft(draft);
  const unreadable = unreadableFields(values);
  const changes = changedValues(saved, values);
  const readable = Object.fromEntries(
    Object.entries(changes).filter(([field]) => !unreadable.includes(field as GeneralField)),
  );
  const change = (part: Partial<GeneralDraft>) => {
    setDraft((current) => ({ ...current, ...part }));
    setRefusal(undefined);
  };
  const field = (name: GeneralField) => ({
    changed: name in changes,
    error: unreadable.includes(name)
      ? t(name === 'role' ? 'general.roleMissing' : 'general.notWhole')
      : refusal?.field === name
        ? refusal.message
        : undefined,
  });
  const obstacle = snapStartObstacle(basis.runtime, values.ephemeralStorageMb);
  const moveOn = (next: GeneralDraft, onto: GeneralBasis) => {
    setDraft(next);
    moveTo(onto);
  };

  return (
    <FormFrame
      changes={generalFields
        .filter((name) => name in changes)
        .map((name) => ({
          id: name,
          label: words.label(name),
          from: words.value(name, saved[name]),
          to: words.value(name, values[name]),
          onUndo: () => change(undoField(draft, saved, name)),
        }))}
      snippets={generalSnippets(functionName, readable, { cli: props.cli, revisionId: basis.revisionId })}
      problems={unreadable.map(words.label)}
      refusedFields={refusal ? [words.label(refusal.field)] : []}
      cannotSaveReason={newer && t('conflict.settleFirst')}
      onReset={() => change(toDraft(saved))}
      onSave={async () => {
        const input = { place, functionName, revisionId: basis.revisionId, changes };
        const result = await updateGeneralAction(input);
        if (result.ok) markSaved();
        return result;
      }}
      onRefused={(error) => {
        if (takesConflict(error)) return true;
        const name = generalFields.find((known) => known === error.field);
        if (!name) return false;
        setRefusal({ field: name, message: error.message });
        document.querySelector<HTMLElement>(`input[name="${name}"]`)?.focus();
        return true;
      }}
      cancelHref={routes.configuration(place, functionName, 'general')}
      doneHref={routes.configuration(place, functionName, 'general')}
      doneFlash={{ kind: 'success', title: t('saved', { name: functionName }) }}
      basedOn={basis.revisionId ? { revision: basis.revisionId, readAt: basis.readAt } : undefined}
      footNote={
        newer && (
          <ConflictPanel
            differences={generalFields
              .filter((name) => newer.values[name] !== saved[name])
              .map((name) => ({
                label: words.label(name),
                theirs: words.value(name, newer.values[name]),
                mine: name in changes ? words.value(name, values[name]) : undefined,
              }))}
            onReload={() => moveOn(toDraft(newer.values), newer)}
            onKeepMine={() => moveOn(rebase(draft, saved, newer.values), newer)}
          />
        )
      }
    >
      <TextField
        {...field('description')}
        label={t('general.description')}
        name="description"
        optional
        hint={t('general.descriptionHint', { count: [...draft.description].length, max: descriptionMax })}
        value={draft.description}
        onChange={(event) => change({ description: event.target.value })}
      />
      <div className="grid gap-field tablet:grid-cols-2">
        <NumberField
          {...field('memoryMb')}
          label={t('general.memoryMb')}
          name="memoryMb"
          hint={t('general.memoryHint', { cpu: (values.memoryMb || 0) / memoryOfOneCpu })}
          value={draft.memory}
          onChange={(event) => change({ memory: event.target.value })}
        />
        <NumberField
          {...field('ephemeralStorageMb')}
          label={t('general.storageMb')}
          name="ephemeralStorageMb"
          hint={t('general.storageHint')}
          value={draft.storage}
          onChange={(event) => change({ storage: event.target.value })}
        />
      </div>
      <SnapStartField
        {...field('snapStart')}
        hint={words.snapStartHint(obstacle, basis.runtime)}
        isAvailable={obstacle === undefined}
        value={draft.snapStart}
        onValueChange={(snapStart) => change({ snapStart })}
      />
      <TimeoutField
        minutes={draft.minutes}
        seconds={draft.seconds}
        onChange={change}
        isChanged={'timeoutSeconds' in changes}
        error={field('timeoutSeconds').error}
      />
      <RoleField
        value={draft.role}
        onChange={(role) => change({ role })}
        roles={props.roles}
        rolesRefused={props.rolesRefused}
        isChanged={'role' in changes}
        error={field('role').error}
      />
    </FormFrame>
  );
}
