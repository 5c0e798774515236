import { callMethod, membersOf, readIndex, readMember } from './methods.ts';
import { operate } from './maths.ts';
import { parseTemplate, type DirectiveNode, type Node } from './parse-template.ts';
import { type Budget, isTrue, TemplateError, toText, type Value, type ValueMap } from './values.ts';
import { withinMs } from './watchdog.ts';

export interface Rendering {
  /** What the template knows besides what it sets itself, by name without `$`. */
  readonly variables: Readonly<Record<string, Value>>;
  readonly budget: Budget;
}

/** AWS's bound of a loop; what is left is passed over, as Velocity does. */
const roundsMax = 1000;
const depthMax = 40;
const renderMsMax = 1000;

/** What may run away: regular expressions, and steps that are many and long. A stopwatch costs a tenth of a millisecond. */
const isRisky = /\.(matches|replaceAll|replaceFirst|split)\s*\(|#\{?(foreach|macro|define)/;

/**
 * Renders a mapping template. Unknown references print nothing.
 *
 * Unconfirmed: `#set` to nothing makes the variable nothing; an empty text is true; macros and `#define`.
 *
 * @throws TemplateError
 */
export function renderTemplate(template: string, { variables, budget }: Rendering): string {
  const nodes = parseTemplate(template);
  const [only] = nodes;
  if (nodes.length === 1 && typeof only === 'string') return only;
  const work = (): string => new Renderer(variables, budget).whole(nodes);
  const late = (): Error => new TemplateError(`the template took longer than ${renderMsMax} ms`);
  try {
    return isRisky.test(template) ? withinMs(renderMsMax, work, late) : work();
  } catch (error) {
    if (error instanceof RangeError) throw new TemplateError('the template is nested too deeply');
    throw error;
  }
}

class Stop extends Error {}
class Break extends Error {}

interface Macro {
  readonly names: readonly string[];
  readonly body: readonly Node[];
}

class Renderer {
  readonly #variables: Map<string, Value>;
  readonly #macros = new Map<string, Macro>();
  readonly #defined = new Map<string, readonly Node[]>();
  readonly #budget: Budget;
  #pieces: string[] = [];
  #depth = 0;

  constructor(variables: Readonly<Record<string, Value>>, budget: Budget) {
    this.#variables = new Map(Object.entries(variables));
    this.#budget = budget;
  }

  whole(nodes: readonly Node[]): string {
    try {
      this.#run(nodes);
    } catch (error) {
      if (!(error instanceof Stop || error instanceof Break)) throw error;
    }
    return this.#pieces.join('');
  }

  #run(nodes: readonly Node[]): void {
    this.#depth += 1;
    if (this.#depth > depthMax) throw new TemplateError('the template is nested too deeply');
    try {
      for (const node of nodes) this.#one(node);
    } finally {
      this.#depth -= 1;
    }
  }

  #one(node: Node): void {
    this.#budget.spend();
    if (typeof node === 'string') this.#print(node);
    else if (isBlock(node)) this.#block(node);
    else this.#directive(node);
  }

  #print(text: string): void {
    if (text !== '') this.#pieces.push(this.#budget.text(text));
  }

  #directive(node: DirectiveNode): void {
    if (node.type === 'references') this.#reference(node);
    else if (node.type === 'set') this.#set(node);
    else if (node.type === 'raw') this.#print(String(node.value));
    else if (node.type === 'break') throw new Break();
    else if (node.type === 'macro_call') this.#callMacro(node);
  }

  #reference(node: DirectiveNode): void {
    const body = node.path === undefined ? this.#defined.get(String(node.id)) : undefined;
    if (body) this.#run(body);
    else this.#print(toText(this.#value(node), this.#budget));
  }

  #block(block: readonly Node[]): void {
    const [head, ...body] = block;
    if (head === undefined || typeof head === 'string' || isBlock(head)) this.#run(block);
    else if (head.type === 'if') this.#if(block);
    else if (head.type === 'foreach') this.#foreach(head, body);
    else if (head.type === 'define') this.#defined.set(String(head.id), body);
    else if (head.type === 'macro')
      this.#macros.set(String(head.id), { names: (head.args || []).map(({ id }) => String(id)), body });
  }

  #if(block: readonly Node[]): void {
    let isChosen = false;
    const chosen: Node[] = [];
    for (const node of block) {
      const type = typeof node === 'string' || isBlock(node) ? undefined : node.type;
      if (type === 'if' || type === 'elseif' || type === 'else') {
        if (isChosen) break;
        const { condition } = node as DirectiveNode;
        isChosen = condition === undefined || isTrue(this.#value(condition));
      } else if (isChosen) chosen.push(node);
    }
    this.#run(chosen);
  }

  #foreach({ to = '', from }: DirectiveNode, body: readonly Node[]): void {
    const members = from ? membersOf(this.#value(from)) : [];
    const before = ['foreach', 'velocityCount', to].map((name) => [name, this.#variables.get(name)] as const);
    const count = Math.min(members.length, roundsMax);
    try {
      for (const [index, member] of members.slice(0, count).entries()) {
        this.#variables.set(to, member);
        this.#variables.set('velocityCount', index + 1);
        this.#variables.set('foreach', loopFacts(index, count));
        this.#run(body);
      }
    } catch (error) {
      if (!(error instanceof Break)) throw error;
    }
    for (const [name, value] of before) this.#variables.set(name, value);
  }

  #set({ equal }: DirectiveNode): void {
    if (!equal) return;
    const [target, source] = equal;
    const value = this.#value(source);
    const name = String(target.id);
    const places = target.path ?? [];
    const last = places.at(-1);
    if (!last) {
      this.#variables.set(name, value);
      this.#defined.delete(name);
      return;
    }
    let owner = this.#variables.get(name);
    for (const place of places.slice(0, -1)) owner = this.#step(owner, place);
    const member = last.type === 'index' ? this.#value(last.id as DirectiveNode) : String(last.id);
    if (owner instanceof Map) callMethod(owner, 'put', [member, value], this.#budget);
    else if (Array.isArray(owner)) callMethod(owner, 'set', [member, value], this.#budget);
  }

  #callMacro({ id, args }: DirectiveNode): void {
    if (id === 'stop') throw new Stop();
    const macro = this.#macros.get(String(id));
    if (!macro) return;
    const values = (args || []).map((one) => this.#value(one));
    const before = macro.names.map((name) => [name, this.#variables.get(name)] as const);
    for (const [index, name] of macro.names.entries()) this.#variables.set(name, values[index]);
    this.#run(macro.body);
    for (const [name, value] of before) this.#variables.set(name, value);
  }

  #value(node: DirectiveNode): Value {
    this.#budget.spend();
    switch (node.type) {
      case 'references':
        return (node.path ?? []).reduce<Value>(
          (value, place) => this.#step(value, place),
          this.#variables.get(String(node.id)),
        );
      case 'string':
        return this.#string(String(node.value), node.isEval === true);
      case 'integer':
      case 'decimal':
        return Number(node.value);
      case 'bool':
        return node.value === 'null' ? null : node.value === 'true';
      case 'array':
        return this.#list(node);
      case 'map':
        return this.#map((node.value ?? {}) as Readonly<Record<string, DirectiveNode>>);
      case 'math':
        return this.#maths(node);
      default:
        return undefined;
    }
  }

  #step(value: Value, { type, id, args }: DirectiveNode): Value {
    if (type === 'method')
      return callMethod(
        value,
        String(id),
        (args || []).map((one) => this.#value(one)),
        this.#budget,
      );
    if (type === 'index') return readIndex(value, this.#value(id as DirectiveNode), this.#budget);
    return readMember(value, String(id));
  }

  #string(text: string, isTemplate: boolean): string {
    if (!isTemplate || !/[$#]/.test(text)) return text;
    const outer = this.#pieces;
    this.#pieces = [];
    try {
      this.#run(parseTemplate(text));
      return this.#budget.text(this.#pieces.join(''));
    } finally {
      this.#pieces = outer;
    }
  }

  #list({ value, isRange }: DirectiveNode): Value[] {
    const members = (value ?? []) as readonly (DirectiveNode | string | number)[];
    const read = (one: DirectiveNode | string | number | undefined): Value =>
      typeof one === 'object' ? this.#value(one) : Number(one);
    if (!isRange) return members.map(read);
    const [from, to] = [Number(read(members[0])), Number(read(members[1]))];
    if (!Number.isInteger(from) || !Number.isInteger(to)) return [];
    const count = Math.abs(to - from) + 1;
    this.#budget.assertMembers(count);
    this.#budget.spend(count);
    return Array.from({ length: count }, (_, index) => (from <= to ? from + index : from - index));
  }

  #map(members: Readonly<Record<string, DirectiveNode>>): ValueMap {
    return new Map(Object.entries(members).map(([name, member]) => [name, this.#value(member)]));
  }

  #maths({ operator = '', expression = [] }: DirectiveNode): Value {
    const [one, other] = expression;
    const first = one && this.#value(one);
    if (operator === 'parenthesis') return first;
    if (operator === 'not') return !isTrue(first);
    if (operator === 'minus') return typeof first === 'number' ? -first : undefined;
    return operate(operator, first, () => other && this.#value(other), this.#budget);
  }
}

function isBlock(node: Node): node is readonly Node[] {
  return Array.isArray(node);
}

function loopFacts(index: number, count: number): ValueMap {
  return new Map<string, Value>([
    ['index', index],
    ['count', index + 1],
    ['hasNext', index + 1 < count],
    ['first', index === 0],
    ['last', index + 1 === count],
  ]);
}
