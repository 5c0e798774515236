/** A query that would take more memory or time than it may. */
export class BudgetExceeded extends Error {
  override readonly name = 'BudgetExceeded';
}

/** Counts what a query keeps while it runs: rows to be sorted, groups, distinct values, samples of percentiles. */
export class Budget {
  #left: number;

  constructor(cells: number) {
    this.#left = cells;
  }

  take(cells: number): void {
    this.#left -= cells;
    if (this.#left < 0) {
      throw new BudgetExceeded('The query keeps more values at once than the endpoint allows. Filter first.');
    }
  }

  give(cells: number): void {
    this.#left += cells;
  }
}
