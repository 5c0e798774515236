/**
 * Tells when something has been idle for too long. One timer for all of them, set for the one that has waited longest:
 * a timer for each would be made and taken away again with every call.
 */
export class IdleLimit<Item> {
  readonly #idleMsMax: number;
  readonly #onOver: (item: Item) => void;
  /** Since when; the longest first. */
  readonly #since = new Map<Item, number>();
  #timer: NodeJS.Timeout | undefined;

  constructor(idleMsMax: number, onOver: (item: Item) => void) {
    this.#idleMsMax = idleMsMax;
    this.#onOver = onOver;
  }

  begin(item: Item): void {
    this.#since.delete(item);
    this.#since.set(item, performance.now());
    this.#timer ??= setTimeout(() => this.#look(), this.#idleMsMax).unref();
  }

  end(item: Item): void {
    this.#since.delete(item);
  }

  #look(): void {
    this.#timer = undefined;
    for (const [item, since] of this.#since) {
      const leftMs = this.#idleMsMax - (performance.now() - since);
      if (leftMs > 0) {
        this.#timer = setTimeout(() => this.#look(), Math.ceil(leftMs)).unref();
        return;
      }
      this.#since.delete(item);
      this.#onOver(item);
    }
  }
}
