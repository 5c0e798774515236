export type StoreErrorKind = 'locked' | 'newer-version' | 'foreign-migration' | 'not-usable';

/** Why a data folder could not be opened: one sentence for the terminal, saying what to do. Fatal at start. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
  readonly kind: StoreErrorKind;

  constructor(kind: StoreErrorKind, message: string, options?: ErrorOptions) {
    super(message, options);
    this.kind = kind;
  }
}
