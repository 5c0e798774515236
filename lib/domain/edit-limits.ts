/** How much code the browser takes in hand, and what it says when a package is beyond that. */

const kib = 1024;
const mib = 1024 * kib;

/**
 * Sizes in bytes. The first two are AWS's own for the inline editor; the unpacked size and the number of
 * entries are ours, because the browser holds every file of an editable package in memory.
 */
export const editLimits = {
  zipBytesMax: 3 * mib,
  textFileBytesMax: 512 * kib,
  unpackedBytesMax: 12 * mib,
  entriesMax: 1_000,
  /** A package up to here is fetched to list it and to read single files; a larger one is only downloaded. */
  listableZipBytesMax: 50 * mib,
  /** A longer list is cut here and says so. */
  listedEntriesMax: 5_000,
  /** Lambda's limit for a .zip sent in the request itself; a larger one goes through S3. */
  uploadBytesMax: 50 * mib,
  /** What one draft may keep in the browser's storage, and how many functions keep one. */
  draftBytesMax: 8 * mib,
  draftsMax: 20,
} as const;

export type ReadOnlyReason =
  | 'image' // code lives in a container image
  | 'zip-too-large'
  | 'not-listable' // too large even to list
  | 'unpacked-too-large'
  | 'too-many-entries'
  | 'qualifier' // a published version or an alias
  | 'role'; // the signed-in role may look, not change

export interface PackageMeasure {
  readonly packageType: 'Zip' | 'Image';
  /** Size of the .zip in bytes. */
  readonly zipBytes: number;
  /** Sum of the unpacked sizes in bytes; undefined while nobody has opened the package. */
  readonly unpackedBytes?: number | undefined;
  readonly entries?: number | undefined;
}

/** Why a package cannot be edited in the browser; undefined when it can. The first reason that holds. */
export function readOnlyReason(measure: PackageMeasure): ReadOnlyReason | undefined {
  if (measure.packageType === 'Image') return 'image';
  if (measure.zipBytes > editLimits.listableZipBytesMax) return 'not-listable';
  if (measure.zipBytes > editLimits.zipBytesMax) return 'zip-too-large';
  if ((measure.entries ?? 0) > editLimits.entriesMax) return 'too-many-entries';
  if ((measure.unpackedBytes ?? 0) > editLimits.unpackedBytesMax) return 'unpacked-too-large';
  return undefined;
}

/** Whether a runtime runs what a compiler made: its package can be edited, but the source is elsewhere. */
export function isCompiledRuntime(runtime: string | undefined): boolean {
  return runtime !== undefined && /^(java|dotnet|provided|go)/.test(runtime);
}
