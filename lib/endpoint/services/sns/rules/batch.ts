import { batchRefusal } from '../errors.ts';

const entriesMax = 10;

/** The shape of a batch: 1 to 10 entries whose ids are well-formed and differ. */
export function assertBatch(entries: readonly { readonly Id: string | undefined }[]): void {
  if (entries.length === 0) {
    throw batchRefusal('EmptyBatchRequestException', "The batch request doesn't contain any entries.");
  }
  if (entries.length > entriesMax) {
    throw batchRefusal(
      'TooManyEntriesInBatchRequestException',
      'The batch request contains more entries than permissible.',
    );
  }
  const ids = entries.map(({ Id: id = '' }) => id);
  if (ids.some((id) => !/^[\w-]{1,80}$/.test(id))) {
    throw batchRefusal(
      'InvalidBatchEntryIdException',
      "The Id of a batch entry in a batch request doesn't abide by the specification.",
    );
  }
  if (new Set(ids).size < ids.length) {
    throw batchRefusal(
      'BatchEntryIdsNotDistinctException',
      'Two or more batch entries in the request have the same Id.',
    );
  }
}
