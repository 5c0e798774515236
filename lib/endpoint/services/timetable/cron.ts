/** One of the six fields of AWS's cron dialect. */
interface Field {
  readonly min: number;
  readonly max: number;
  readonly names?: readonly string[];
}

const minutes: Field = { min: 0, max: 59 };
const hours: Field = { min: 0, max: 23 };
const days: Field = { min: 1, max: 31 };
const months: Field = {
  min: 1,
  max: 12,
  names: ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'],
};
/** AWS counts from Sunday as 1, croner from Sunday as 0. */
const weekdays: Field = { min: 1, max: 7, names: ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'] };
const years: Field = { min: 1970, max: 2199 };

/**
 * AWS's `minutes hours day-of-month month day-of-week year` as croner's pattern; undefined for what AWS refuses. One of
 * the two days must be `?`.
 */
export function compileCron(text: string): string | undefined {
  const fields = text.trim().split(/\s+/);
  if (fields.length !== 6) return undefined;
  const [minute = '', hour = '', day = '', month = '', weekday = '', year = ''] = fields;
  if ((day === '?') === (weekday === '?')) return undefined;
  const parts = [
    list(minute, minutes),
    list(hour, hours),
    day === '?' ? '*' : dayOfMonth(day),
    list(month, months),
    weekday === '?' ? '*' : dayOfWeek(weekday),
    list(year, years),
  ];
  return parts.includes(undefined) ? undefined : `0 ${parts.join(' ')}`;
}

function list(text: string, field: Field, shift = 0): string | undefined {
  const items = text.split(',').map((item) => range(item, field, shift));
  return items.includes(undefined) ? undefined : items.join(',');
}

/** `*`, `n`, `n-m`, and each with `/step`. */
function range(text: string, field: Field, shift: number): string | undefined {
  const match = /^(\*|\w+)(?:-(\w+))?(?:\/(\d+))?$/.exec(text);
  if (!match) return undefined;
  const [, from = '', to, step] = match;
  if (step !== undefined && Number(step) < 1) return undefined;
  const stepPart = step === undefined ? '' : `/${Number(step)}`;
  if (from === '*') return to === undefined ? `*${stepPart}` : undefined;
  const first = valueOf(from, field);
  if (first === undefined) return undefined;
  if (to === undefined && step === undefined) return String(first + shift);
  const last = to === undefined ? field.max : valueOf(to, field);
  if (last === undefined || last < first) return undefined;
  return `${first + shift}-${last + shift}${stepPart}`;
}

function valueOf(text: string, { min, max, names = [] }: Field): number | undefined {
  const byName = names.indexOf(text.toUpperCase());
  if (byName !== -1) return byName + min;
  if (!/^\d{1,4}$/.test(text)) return undefined;
  const value = Number(text);
  return value >= min && value <= max ? value : undefined;
}

/** Also `L`, the last day, `15W`, the weekday nearest to the 15th, and `LW`. */
function dayOfMonth(text: string): string | undefined {
  if (text === 'L' || text === 'LW') return text;
  const near = /^(\d{1,2})W$/.exec(text)?.[1];
  if (near === undefined) return list(text, days);
  return valueOf(near, days) === undefined ? undefined : `${Number(near)}W`;
}

/** Also `L`, Saturday, `6L`, the last Friday, and `2#1`, the first Monday. */
function dayOfWeek(text: string): string | undefined {
  if (text === 'L') return '6';
  const special = /^(\w+?)(?:#([1-5])|(L))$/.exec(text);
  const day = special?.[1] === undefined ? undefined : valueOf(special[1], weekdays);
  if (day === undefined) return list(text, weekdays, -1);
  return `${day - 1}#${special?.[2] ?? 'L'}`;
}
