import { invalidParameter } from './errors.ts';

/** One character of a match: what it may be, and whether it may be left out or repeated. */
interface Step {
  readonly matches: (character: string) => boolean;
  readonly isOptional: boolean;
  readonly isLoop: boolean;
}

interface Alternative {
  readonly steps: readonly Step[];
  readonly isFromStart: boolean;
  readonly isToEnd: boolean;
}

/** With every repetition written out; a message is gone through once for each at most. */
const stepsMax = 200;

/**
 * Compiles a regular expression of a filter pattern (`%…%`). CloudWatch Logs takes no groups there, so that all states
 * can be followed at once: time grows with the message, never faster, whatever the expression.
 * Source: docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html
 */
export function compileLinearRegex(source: string): (text: string) => boolean {
  const alternatives = new RegexReader(source).read();
  return (text) => alternatives.some((alternative) => isFound(alternative, text));
}

function isFound({ steps, isFromStart, isToEnd }: Alternative, text: string): boolean {
  let places = new Set<number>();
  for (let at = 0; at <= text.length; at += 1) {
    if (at === 0 || !isFromStart) enter(places, steps, 0);
    if (places.has(steps.length) && (!isToEnd || at === text.length)) return true;
    if (places.size === 0 && isFromStart) return false;
    const next = new Set<number>();
    for (const place of places) {
      const step = steps[place];
      if (step?.matches(text.charAt(at)) !== true || at === text.length) continue;
      if (step.isLoop) enter(next, steps, place);
      else enter(next, steps, place + 1);
    }
    places = next;
  }
  return false;
}

/** A place, and those after it that what may be left out leads to. */
function enter(places: Set<number>, steps: readonly Step[], from: number): void {
  let place = from;
  places.add(place);
  while (steps[place]?.isOptional) {
    place += 1;
    places.add(place);
  }
}

class RegexReader {
  readonly #source: string;
  #at = 0;

  constructor(source: string) {
    this.#source = source;
  }

  read(): Alternative[] {
    const alternatives = [this.#alternative()];
    while (this.#take('|')) alternatives.push(this.#alternative());
    return alternatives;
  }

  #alternative(): Alternative {
    const isFromStart = this.#take('^');
    const steps: Step[] = [];
    while (this.#at < this.#source.length && this.#source.charAt(this.#at) !== '|') {
      if (this.#take('$')) {
        const next = this.#source.charAt(this.#at);
        if (next !== '' && next !== '|') throw broken('$ must stand at the end');
        return { steps, isFromStart, isToEnd: true };
      }
      steps.push(...this.#repeated(this.#atom()));
      if (steps.length > stepsMax) throw broken(`it has more than ${stepsMax} steps`);
    }
    return { steps, isFromStart, isToEnd: false };
  }

  #repeated(matches: Step['matches']): Step[] {
    const once: Step = { matches, isOptional: false, isLoop: false };
    const maybe: Step = { matches, isOptional: true, isLoop: false };
    const any: Step = { matches, isOptional: true, isLoop: true };
    if (this.#take('*')) return [any];
    if (this.#take('+')) return [once, any];
    if (this.#take('?')) return [maybe];
    const braces = /^\{(\d{1,4})(,(\d{0,4}))?\}/.exec(this.#source.slice(this.#at));
    if (!braces) return [once];
    this.#at += braces[0].length;
    const least = Number(braces[1]);
    const most = braces[2] === undefined ? least : braces[3] === '' ? undefined : Number(braces[3]);
    if (least > stepsMax || (most !== undefined && (most > stepsMax || most < least))) {
      throw broken('its repetitions are out of range');
    }
    const required = Array.from({ length: least }, () => once);
    if (most === undefined) return [...required, any];
    return [...required, ...Array.from({ length: most - least }, () => maybe)];
  }

  #atom(): Step['matches'] {
    const character = this.#source.charAt(this.#at);
    this.#at += 1;
    if (character === '.') return (given) => given !== '\n';
    if (character === '[') return this.#characterClass();
    if (character === '\\') return this.#escape();
    if ('()*+?{'.includes(character)) throw broken(`${character} cannot stand there`);
    return (given) => given === character;
  }

  #escape(): Step['matches'] {
    const character = this.#source.charAt(this.#at);
    this.#at += 1;
    const known = classes[character];
    if (known) return known;
    if (character === 'x') {
      const code = /^[0-9a-fA-F]{2}/.exec(this.#source.slice(this.#at))?.[0];
      if (code === undefined) throw broken('\\x needs two hexadecimal digits');
      this.#at += 2;
      const wanted = String.fromCharCode(Number.parseInt(code, 16));
      return (given) => given === wanted;
    }
    if (character === '' || /[A-Za-z0-9]/.test(character)) throw broken(`\\${character} is not known`);
    return (given) => given === character;
  }

  #characterClass(): Step['matches'] {
    const isNegated = this.#take('^');
    const parts: Step['matches'][] = [];
    for (let isFirst = true; ; isFirst = false) {
      const character = this.#source.charAt(this.#at);
      if (character === '') throw broken('a bracket is not closed');
      this.#at += 1;
      if (character === ']' && !isFirst) break;
      if (character === '\\') {
        parts.push(this.#escape());
        continue;
      }
      const range = /^-([^\]\\])/.exec(this.#source.slice(this.#at));
      const last = range?.[1] ?? character;
      if (range) this.#at += 2;
      if (last < character) throw broken(`the range ${character}-${last} is empty`);
      parts.push((given) => given >= character && given <= last);
    }
    return (given) => parts.some((part) => part(given)) !== isNegated;
  }

  #take(character: string): boolean {
    if (this.#source.charAt(this.#at) !== character) return false;
    this.#at += 1;
    return true;
  }
}

const classes: Readonly<Record<string, Step['matches']>> = {
  d: (given) => given >= '0' && given <= '9',
  D: (given) => given < '0' || given > '9',
  s: (given) => given.trim() === '',
  S: (given) => given.trim() !== '',
  w: (given) => /^\w$/.test(given),
  W: (given) => !/^\w$/.test(given),
};

function broken(why: string): Error {
  return invalidParameter(`Invalid filter pattern: the regular expression cannot be read, ${why}.`);
}

/** Reads `%…%` from its opening sign; a sign inside is written `\%`. Returns the source and where it ends. */
export function readRegexTerm(pattern: string, start: number): [source: string, end: number] {
  for (let at = start + 1; at < pattern.length; at += 1) {
    if (pattern.charAt(at) === '\\') at += 1;
    else if (pattern.charAt(at) === '%') return [pattern.slice(start + 1, at), at + 1];
  }
  throw invalidParameter('Invalid filter pattern: a % is not closed.');
}
