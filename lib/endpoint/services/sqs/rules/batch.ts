import { batchRefusal } from '../errors.ts';
import { ServiceError } from '../../../errors.ts';

const entriesMax = 10;

/** The shape of a batch: 1 to 10 entries whose ids are well-formed and differ. */
export function assertBatch(
  entries: readonly { readonly Id: string | undefined }[],
  entryName: string,
): void {
  if (entries.length === 0) {
    throw batchRefusal('EmptyBatchRequest', `There should be at least one ${entryName} in the request.`);
  }
  if (entries.length > entriesMax) {
    throw batchRefusal(
      'TooManyEntriesInBatchRequest',
      `Maximum number of entries per request are ${entriesMax}. You have sent ${entries.length}.`,
    );
  }
  const seen = new Set<string>();
  for (const { Id: id = '' } of entries) {
    if (!/^[\w-]{1,80}$/.test(id)) {
      throw batchRefusal(
        'InvalidBatchEntryId',
        'A batch entry id can only contain alphanumeric characters, hyphens and underscores. It can be at most 80 letters long.',
      );
    }
    if (seen.has(id)) throw batchRefusal('BatchEntryIdsNotDistinct', `Id ${id} repeated.`);
    seen.add(id);
  }
}

export interface FailedEntry {
  readonly Id: string;
  readonly SenderFault: boolean;
  readonly Code: string;
  readonly Message: string;
}

/** A refusal of one entry; anything else is a failure of ours and is thrown on. */
export function failedEntry(id: string | undefined, error: unknown): FailedEntry {
  if (!(error instanceof ServiceError)) throw error;
  return {
    Id: id ?? '',
    SenderFault: error.status < 500,
    Code: codesOfEntries[error.code] ?? error.code,
    Message: error.message,
  };
}

/** Entries have the codes of the query protocol. */
const codesOfEntries: Readonly<Partial<Record<string, string>>> = {
  InvalidParameterValueException: 'InvalidParameterValue',
  MissingRequiredParameterException: 'MissingParameter',
};

/** Each list only when something is in it. */
export function batchOutput<Entry>(successful: Entry[], failed: FailedEntry[]) {
  // The SDK's type has both members as required; SQS leaves the empty one out.
  return {
    ...(successful.length > 0 && { Successful: successful }),
    ...(failed.length > 0 && { Failed: failed }),
  } as { Successful: Entry[]; Failed: FailedEntry[] };
}

/** Does `work` for each entry; a refusal concerns its entry alone. */
export function runBatch<Entry extends { readonly Id: string | undefined }>(
  entries: readonly Entry[],
  work: (entry: Entry) => void,
): { Successful: { Id: string | undefined }[]; Failed: FailedEntry[] } {
  const Successful: { Id: string | undefined }[] = [];
  const Failed: FailedEntry[] = [];
  for (const entry of entries) {
    try {
      work(entry);
      Successful.push({ Id: entry.Id });
    } catch (error) {
      Failed.push(failedEntry(entry.Id, error));
    }
  }
  return batchOutput(Successful, Failed);
}
