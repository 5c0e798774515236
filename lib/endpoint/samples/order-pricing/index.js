import { priceOrder } from './pricing.js';
import { readOrder } from './validation.js';

const currency = process.env.CURRENCY ?? 'EUR';
const freeShippingFrom = Number(process.env.FREE_SHIPPING_FROM ?? '5000');

/**
 * Validates an order and says what it costs. Amounts are whole cents, so that no sum is ever a fraction off.
 *
 * Try: {"customer": "C-1001", "lines": [{"sku": "mug", "quantity": 2}, {"sku": "poster", "quantity": 1}]}
 */
export async function handler(event, context) {
  const order = readOrder(event);
  const priced = priceOrder(order, { freeShippingFrom });
  console.log(
    JSON.stringify({
      message: 'order priced',
      customer: order.customer,
      lines: order.lines.length,
      total: priced.total,
    }),
  );
  return { orderId: `O-${context.awsRequestId.slice(0, 8)}`, currency, ...priced };
}
