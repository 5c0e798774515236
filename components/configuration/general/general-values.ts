import type { GeneralField, GeneralValues } from '@/lib/forms/general';

/** The fields as they are typed; numbers stay text, so that a half-typed one is not changed under the hands. */
export interface GeneralDraft {
  readonly description: string;
  readonly memory: string;
  readonly storage: string;
  readonly snapStart: string;
  readonly minutes: string;
  readonly seconds: string;
  readonly role: string;
}

export const generalFields: readonly GeneralField[] = [
  'description',
  'memoryMb',
  'ephemeralStorageMb',
  'snapStart',
  'timeoutSeconds',
  'role',
];

export function toDraft(values: GeneralValues): GeneralDraft {
  return {
    description: values.description,
    memory: String(values.memoryMb),
    storage: String(values.ephemeralStorageMb),
    snapStart: values.snapStart,
    minutes: String(Math.floor(values.timeoutSeconds / 60)),
    seconds: String(values.timeoutSeconds % 60),
    role: values.role,
  };
}

/** A whole number, or NaN. */
const whole = (text: string) => (/^\d{1,6}$/.test(text.trim()) ? Number(text) : Number.NaN);

/** What is typed as values; a number that is none is NaN. */
export function fromDraft(draft: GeneralDraft): GeneralValues {
  return {
    description: draft.description,
    memoryMb: whole(draft.memory),
    ephemeralStorageMb: whole(draft.storage),
    snapStart: draft.snapStart,
    timeoutSeconds: whole(draft.minutes || '0') * 60 + whole(draft.seconds || '0'),
    role: draft.role,
  };
}

/** Fields whose text cannot be sent: no whole number, no role. Ranges are for AWS to refuse, in its own words. */
export function unreadableFields(values: GeneralValues): GeneralField[] {
  return generalFields.filter((field) =>
    values[field] === '' ? field === 'role' : Number.isNaN(values[field]),
  );
}

/** The fields that differ from what is saved, and nothing else. */
export function changedValues(saved: GeneralValues, values: GeneralValues): Partial<GeneralValues> {
  return Object.fromEntries(
    generalFields.filter((field) => saved[field] !== values[field]).map((field) => [field, values[field]]),
  );
}

/** The draft with one field as it is saved. */
export function undoField(draft: GeneralDraft, saved: GeneralValues, field: GeneralField): GeneralDraft {
  return toDraft({ ...fromDraftOr(draft, saved), [field]: saved[field] });
}

/** Unreadable fields must not spread: the others are kept as typed. */
function fromDraftOr(draft: GeneralDraft, saved: GeneralValues): GeneralValues {
  const values = fromDraft(draft);
  const readable = generalFields.filter((field) => !unreadableFields(values).includes(field));
  return { ...saved, ...Object.fromEntries(readable.map((field) => [field, values[field]])) };
}

/** My changes on top of what somebody else saved. */
export function rebase(draft: GeneralDraft, from: GeneralValues, onto: GeneralValues): GeneralDraft {
  return toDraft({ ...onto, ...changedValues(from, fromDraftOr(draft, from)) });
}
