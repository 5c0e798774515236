/** One difference between what is saved and what the form says. */
export interface Change {
  readonly id: string;
  readonly label: string;
  /** Words with units, as the reader knows them; null when there was or will be nothing. Secrets come masked. */
  readonly from: string | null;
  readonly to: string | null;
  /** What it costs or affects, when known. */
  readonly note?: string;
  readonly onUndo?: () => void;
}

/** The same change in another tool's words. Never carries a secret. */
export interface Snippet {
  readonly id: string;
  readonly label: string;
  readonly text: string;
  readonly title?: string;
  readonly hint?: string;
}
