import { LRUCache } from 'lru-cache';
import { parse } from 'velocityjs';
import { TemplateError } from './values.ts';
import { withinMsOfWork } from './watchdog.ts';

/** What the parser gives; a list is a block that its first member opens. */
export type Node = string | DirectiveNode | readonly Node[];

export interface DirectiveNode {
  readonly type: string;
  readonly id?: string | IndexNode;
  readonly value?: unknown;
  readonly path?: readonly DirectiveNode[];
  /** False where there are none. */
  readonly args?: readonly DirectiveNode[] | false;
  readonly equal?: readonly [DirectiveNode, DirectiveNode];
  readonly condition?: DirectiveNode;
  readonly to?: string;
  readonly from?: DirectiveNode;
  readonly expression?: readonly DirectiveNode[];
  readonly operator?: string;
  readonly isEval?: boolean;
  readonly isRange?: boolean;
}
type IndexNode = DirectiveNode;

/** AWS's bound of a template. */
const templateBytesMax = 300 * 1024;
const parseMsMax = 500;

/** By text: the same template is parsed once, however many deployments hold it. */
const kept = new LRUCache<string, readonly Node[]>({
  maxSize: 16 * 1_048_576,
  sizeCalculation: (_nodes, text) => text.length + 1,
});

/**
 * Parses by velocityjs, whose grammar lacks `#stop` and the braces of `#{else}`. Its lexer is quadratic, so it is
 * stopped after half a second.
 */
export function parseTemplate(template: string): readonly Node[] {
  const known = kept.get(template);
  if (known) return known;
  if (Buffer.byteLength(template) > templateBytesMax)
    throw new TemplateError(`the template is larger than ${templateBytesMax} bytes`);
  const plain = withPlainDirectives(template);
  const nodes = withinMsOfWork(
    parseMsMax,
    () => tryParse(plain),
    () => new TemplateError(`the template could not be read in ${parseMsMax} ms`),
  );
  kept.set(template, nodes);
  return nodes;
}

function tryParse(template: string): readonly Node[] {
  try {
    return parse(template) as unknown as readonly Node[];
  } catch (error) {
    // Also of a stack that overflows.
    throw new TemplateError(
      `the template is malformed: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}

function withPlainDirectives(template: string): string {
  if (!template.includes('#')) return template;
  return template.replaceAll(
    /#\[\[[^]*?\]\]#|#stop\b(?!\()|#\{(if|elseif|else|end|set|foreach|break|stop)\}/g,
    (found, name: string | undefined) => {
      if (found.startsWith('#[[')) return found;
      if (name === undefined || name === 'stop') return '#stop()';
      // Keeps the letters that follow from becoming part of the word.
      return name === 'else' || name === 'end' || name === 'break' ? `#${name}#* *#` : `#${name}`;
    },
  );
}
