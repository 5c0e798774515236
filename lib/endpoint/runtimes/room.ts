/**
 * What the machine has for environments. Each may use all the memory its function was given, so that much is set
 * aside for it while it lives: full use of all of them at once must not make the machine swap.
 */
export class Room {
  readonly #environmentsMax: number;
  readonly #memoryMbMax: number;
  #environments = 0;
  #memoryMb = 0;
  #keptMb = 0;

  constructor(environmentsMax: number, memoryMbMax: number) {
    this.#environmentsMax = environmentsMax;
    this.#memoryMbMax = memoryMbMax;
  }

  /** Environments that live, starting ones included. */
  get environments(): number {
    return this.#environments;
  }

  /** Whether one more fits. A function that asks for more than there is runs when it is alone. */
  hasFor(memoryMb: number): boolean {
    if (this.#environments === 0) return true;
    return this.#environments < this.#environmentsMax && memoryMb <= -this.excessMb;
  }

  get memoryMbMax(): number {
    return this.#memoryMbMax;
  }

  /** What is set aside beyond what there is; below zero, what is left. */
  get excessMb(): number {
    return this.#memoryMb + this.#keptMb - this.#memoryMbMax;
  }

  /** Sets aside what provisioned environments may use, all of them together. */
  keep(memoryMb: number): void {
    this.#keptMb = memoryMb;
  }

  take(memoryMb: number): void {
    this.#environments += 1;
    this.#memoryMb += memoryMb;
  }

  giveBack(memoryMb: number): void {
    this.#environments -= 1;
    this.#memoryMb -= memoryMb;
  }
}
