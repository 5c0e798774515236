import { isIP, isIPv4, isIPv6, BlockList } from 'node:net';
import { Moment, isTrue, toNumber, toText, type Value } from './values.ts';

type Call = (parameters: readonly Value[]) => Value;

interface Definition {
  /** How few and how many parameters. */
  readonly arity: readonly [number, number];
  readonly call: Call;
}

const many = 50;
/** A text that functions build up; longer ones are cut, so that nesting cannot multiply memory. */
const textMax = 1_048_576;

/** Known to CloudWatch Logs: they answer with maps and lists, which fields here cannot be. */
export const unsupportedFunctions: ReadonlySet<string> = new Set(['jsonparse', 'jsonstringify']);

const numeric = (work: (value: number) => number): Definition => ({
  arity: [1, 1],
  call: ([value]) => finite(work(toNumber(value))),
});

const textual = (work: (text: string) => Value): Definition => ({
  arity: [1, 1],
  call: ([value]) => {
    const text = toText(value);
    return text === undefined ? undefined : work(text);
  },
});

/** Source: docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CWL_QuerySyntax-operations-functions.html */
const definitions: Readonly<Record<string, Definition>> = {
  abs: numeric(Math.abs),
  ceil: numeric(Math.ceil),
  floor: numeric(Math.floor),
  log: numeric(Math.log),
  sqrt: numeric(Math.sqrt),
  greatest: { arity: [1, many], call: (values) => finite(Math.max(...values.map(toNumber))) },
  least: { arity: [1, many], call: (values) => finite(Math.min(...values.map(toNumber))) },

  frommillis: { arity: [1, 1], call: ([value]) => moment(toNumber(value)) },
  tomillis: { arity: [1, 1], call: ([value]) => finite(toNumber(value)) },
  now: { arity: [0, 0], call: () => Math.floor(Date.now() / 1000) },

  ispresent: { arity: [1, 1], call: ([value]) => value !== undefined },
  coalesce: { arity: [1, many], call: (values) => values.find((value) => value !== undefined) },
  if: { arity: [3, 3], call: ([condition, yes, no]) => (isTrue(condition) ? yes : no) },

  isempty: { arity: [1, 1], call: ([value]) => (toText(value) ?? '') === '' },
  isblank: { arity: [1, 1], call: ([value]) => (toText(value) ?? '').trim() === '' },
  concat: { arity: [1, many], call: (values) => cut(values.map((value) => toText(value) ?? '').join('')) },
  ltrim: trimmer(true, false),
  rtrim: trimmer(false, true),
  trim: trimmer(true, true),
  strlen: textual((text) => [...text].length),
  toupper: textual((text) => text.toUpperCase()),
  tolower: textual((text) => text.toLowerCase()),
  substr: { arity: [2, 3], call: substr },
  replace: { arity: [3, 3], call: replace },
  strcontains: {
    arity: [2, 2],
    call: ([value, part]) => Number((toText(value) ?? '').includes(toText(part) ?? '')),
  },

  isvalidip: textual((text) => isIP(text) !== 0),
  isvalidipv4: textual((text) => isIPv4(text)),
  isvalidipv6: textual((text) => isIPv6(text)),
  isipinsubnet: subnet(['ipv4', 'ipv6']),
  isipv4insubnet: subnet(['ipv4']),
  isipv6insubnet: subnet(['ipv6']),
};

export const functionArity: ReadonlyMap<string, readonly [number, number]> = new Map(
  Object.entries(definitions).map(([name, { arity }]) => [name, arity]),
);

/** The function of that lower-case name; the parser has refused names that there are not. */
export function functionOrThrow(name: string): Call {
  const definition = Object.hasOwn(definitions, name) ? definitions[name] : undefined;
  if (!definition) throw new Error(`no function ${name}`);
  return definition.call;
}

function finite(value: number): number | undefined {
  return Number.isFinite(value) ? value : undefined;
}

function moment(ms: number): Moment | undefined {
  return Number.isFinite(ms) ? new Moment(Math.floor(ms)) : undefined;
}

function cut(text: string): string {
  return text.length > textMax ? text.slice(0, textMax) : text;
}

/** With a second parameter, the characters to take away instead of white space. */
function trimmer(isLeft: boolean, isRight: boolean): Definition {
  return {
    arity: [1, 2],
    call: ([value, characters]) => {
      const text = toText(value);
      if (text === undefined) return undefined;
      const unwanted = toText(characters);
      const isUnwanted = (character: string) =>
        unwanted === undefined ? character.trim() === '' : unwanted.includes(character);
      let [start, end] = [0, text.length];
      while (isLeft && start < end && isUnwanted(text.charAt(start))) start += 1;
      while (isRight && end > start && isUnwanted(text.charAt(end - 1))) end -= 1;
      return text.slice(start, end);
    },
  };
}

function substr([value, start, length]: readonly Value[]): Value {
  const text = toText(value);
  const from = toNumber(start);
  if (text === undefined || Number.isNaN(from)) return undefined;
  if (length === undefined) return text.slice(Math.max(0, from));
  return text.slice(Math.max(0, from), Math.max(0, from) + Math.max(0, toNumber(length)));
}

function replace([value, wanted, instead]: readonly Value[]): Value {
  const [text, part, by] = [toText(value), toText(wanted), toText(instead)];
  if (text === undefined || part === undefined || part === '' || by === undefined) return text;
  const count = text.split(part).length - 1;
  // Looked at before it is built: many short parts by one long text would be far more than the text.
  if (text.length + count * by.length > 4 * textMax) return cut(text);
  return cut(text.replaceAll(part, () => by));
}

function subnet(families: readonly ('ipv4' | 'ipv6')[]): Definition {
  const lists = new Map<string, BlockList | undefined>();
  return {
    arity: [2, 2],
    call: ([value, range]) => {
      const [address, written] = [toText(value) ?? '', toText(range) ?? ''];
      const family = isIPv4(address) ? 'ipv4' : 'ipv6';
      if (isIP(address) === 0 || !families.includes(family)) return false;
      if (!lists.has(written) && lists.size < 100) lists.set(written, blockList(written));
      return lists.get(written)?.check(address, family) ?? false;
    },
  };
}

function blockList(written: string): BlockList | undefined {
  const [address = '', bits = ''] = written.split('/');
  const family = isIPv4(address) ? 'ipv4' : isIPv6(address) ? 'ipv6' : undefined;
  const prefix = /^\d{1,3}$/.test(bits) ? Number(bits) : Number.NaN;
  if (!family || !(prefix <= (family === 'ipv4' ? 32 : 128))) return undefined;
  const list = new BlockList();
  list.addSubnet(address, prefix, family);
  return list;
}
