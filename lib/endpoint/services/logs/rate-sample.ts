/** A uniform sample of at most `sizeMax` items of a stream of unknown length, in arrival order. */
export class RateSample<Item> {
  readonly #sizeMax: number;
  readonly #random: () => number;
  #kept: { order: number; item: Item }[] = [];
  #seen = 0;

  constructor(sizeMax: number, random: () => number = Math.random) {
    this.#sizeMax = sizeMax;
    this.#random = random;
  }

  add(item: Item): void {
    const order = this.#seen;
    this.#seen += 1;
    if (this.#kept.length < this.#sizeMax) {
      this.#kept.push({ order, item });
      return;
    }
    const place = Math.floor(this.#random() * this.#seen);
    if (place < this.#sizeMax) this.#kept[place] = { order, item };
  }

  /** What was kept, and whether anything had to be left out; starts over. */
  take(): { items: Item[]; isSampled: boolean } {
    const items = this.#kept.sort((left, right) => left.order - right.order).map(({ item }) => item);
    const isSampled = this.#seen > this.#sizeMax;
    this.#kept = [];
    this.#seen = 0;
    return { items, isSampled };
  }
}
