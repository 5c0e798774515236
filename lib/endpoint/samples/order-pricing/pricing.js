/** Cents by article. */
export const catalogue = new Map([
  ['mug', 1250],
  ['poster', 1900],
  ['notebook', 850],
  ['t-shirt', 2400],
]);

const shippingCents = 490;
const quantityDiscounts = [
  { from: 50, percent: 15 },
  { from: 10, percent: 5 },
];
const coupons = new Map([['WELCOME10', 10]]);

export function priceOrder(order, { freeShippingFrom }) {
  const lines = order.lines.map(priceLine);
  const subtotal = lines.reduce((sum, line) => sum + line.amount, 0);
  const discount = Math.round((subtotal * (coupons.get(order.coupon) ?? 0)) / 100);
  const shipping = subtotal - discount >= freeShippingFrom ? 0 : shippingCents;
  return { lines, subtotal, discount, shipping, total: subtotal - discount + shipping };
}

function priceLine({ sku, quantity }) {
  const unit = catalogue.get(sku);
  const percent = quantityDiscounts.find((step) => quantity >= step.from)?.percent ?? 0;
  return { sku, quantity, unit, amount: Math.round((unit * quantity * (100 - percent)) / 100) };
}
