/**
 * Tells when something has been idle for too long. One timer for all of them, set for the one that has waited longest:
 * a timer for each would be made and taken away again with every call.
 */
export class IdleLimit<Item> {
  readonly #idleMsMax: number;
  readonly #onOver: (item: Item) => void;
  /**
   * Since when; undefined while it is at work. An item stays until it is forgotten: measured, one that was taken out
   * and put back with every call left a table of the map behind each time, all of them chained until a full collection.
   */
  readonly #since = new Map<Item, number | undefined>();
  #timer: NodeJS.Timeout | undefined;

  constructor(idleMsMax: number, onOver: (item: Item) => void) {
    this.#idleMsMax = idleMsMax;
    this.#onOver = onOver;
  }

  begin(item: Item): void {
    this.#since.set(item, performance.now());
    this.#timer ??= setTimeout(() => this.#look(), this.#idleMsMax).unref();
  }

  end(item: Item): void {
    if (this.#since.has(item)) this.#since.set(item, undefined);
  }

  forget(item: Item): void {
    this.#since.delete(item);
  }

  #look(): void {
    this.#timer = undefined;
    const now = performance.now();
    let nextMs = Infinity;
    for (const [item, since] of [...this.#since]) {
      if (since === undefined) continue;
      const leftMs = this.#idleMsMax - (now - since);
      if (leftMs > 0) {
        nextMs = Math.min(nextMs, leftMs);
        continue;
      }
      this.#since.delete(item);
      this.#onOver(item);
    }
    if (nextMs < Infinity) this.#timer = setTimeout(() => this.#look(), Math.ceil(nextMs)).unref();
  }
}
