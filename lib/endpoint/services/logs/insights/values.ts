/** A moment is told from a number by how it is shown; it counts in milliseconds. */
export class Moment {
  readonly ms: number;

  constructor(ms: number) {
    this.ms = ms;
  }
}

/** What a field or an expression may be. A field that an event does not have is undefined. */
export type Value = string | number | boolean | Moment | undefined;

const numberLengthMax = 40;

/** The number a value stands for, or NaN. */
export function toNumber(value: Value): number {
  if (typeof value === 'number') return value;
  if (value instanceof Moment) return value.ms;
  if (typeof value === 'boolean') return value ? 1 : 0;
  // Number('') is 0, and long texts are no numbers.
  if (value === undefined || value === '' || value.length > numberLengthMax) return Number.NaN;
  const code = value.charCodeAt(0);
  const mayBeNumber = (code >= 0x30 && code <= 0x39) || code === 0x2d || code === 0x2e || code === 0x2b;
  return mayBeNumber ? Number(value) : Number.NaN;
}

/** As results show it; undefined for what an event does not have. */
export function toText(value: Value): string | undefined {
  if (typeof value === 'string' || value === undefined) return value;
  if (typeof value === 'boolean') return value ? '1' : '0';
  if (value instanceof Moment) return showMoment(value.ms);
  if (!Number.isFinite(value)) return undefined;
  return String(Number.isInteger(value) ? value : Math.round(value * 10_000) / 10_000);
}

export function isTrue(value: Value): boolean {
  return value !== undefined && value !== false && value !== 0 && value !== '';
}

/** Negative when `left` comes first: numbers by size, anything else as text, what is missing before all. */
export function compareValues(left: Value, right: Value): number {
  if (left === undefined || right === undefined)
    return Number(left !== undefined) - Number(right !== undefined);
  const [leftNumber, rightNumber] = [toNumber(left), toNumber(right)];
  if (!Number.isNaN(leftNumber) && !Number.isNaN(rightNumber)) return leftNumber - rightNumber;
  const [leftText, rightText] = [toText(left) ?? '', toText(right) ?? ''];
  return leftText < rightText ? -1 : leftText > rightText ? 1 : 0;
}

/** `2026-01-15 12:00:00.000`, in UTC. */
function showMoment(ms: number): string | undefined {
  const date = new Date(ms);
  if (Number.isNaN(date.getTime())) return undefined;
  return date.toISOString().replace('T', ' ').replace('Z', '');
}
