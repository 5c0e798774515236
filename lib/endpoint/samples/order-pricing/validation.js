import { InvalidOrderError, UnknownProductError } from './errors.js';
import { catalogue } from './pricing.js';

const linesMax = 50;

/** Returns a clean copy of the order, or throws the first problem it finds. */
export function readOrder(event) {
  const { customer, lines, coupon } = event ?? {};
  if (typeof customer !== 'string' || !/^C-\d+$/.test(customer)) {
    throw new InvalidOrderError('customer must look like C-1001');
  }
  if (!Array.isArray(lines) || lines.length === 0 || lines.length > linesMax) {
    throw new InvalidOrderError(`lines must be a list of 1 to ${linesMax} entries`);
  }
  return { customer, coupon, lines: lines.map(readLine) };
}

function readLine(line, index) {
  const { sku, quantity } = line ?? {};
  if (!catalogue.has(sku)) throw new UnknownProductError(sku);
  if (!Number.isInteger(quantity) || quantity < 1 || quantity > 999) {
    throw new InvalidOrderError(`lines[${index}].quantity must be a whole number from 1 to 999`);
  }
  return { sku, quantity };
}
