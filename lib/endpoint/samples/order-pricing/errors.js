/** The names become `errorType` in the answer, so that a caller can tell the cases apart. */
export class InvalidOrderError extends Error {
  name = 'InvalidOrderError';
}

export class UnknownProductError extends Error {
  name = 'UnknownProductError';

  constructor(sku) {
    super(`There is no product "${sku}"`);
  }
}
