import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import type { Pair, PairTree } from '../i18n/define.ts';
import { messages } from '../i18n/messages/index.ts';

/** Placeholders and tags of a message: what the code has to hand in, whatever the language. */
function argumentsOf(elements: readonly MessageFormatElement[]): string[] {
  return elements.flatMap((element) => {
    switch (element.type) {
      case TYPE.literal:
      case TYPE.pound:
        return [];
      case TYPE.tag:
        return [`<${element.value}>`, ...argumentsOf(element.children)];
      case TYPE.select:
      case TYPE.plural:
        return [element.value, ...Object.values(element.options).flatMap(({ value }) => argumentsOf(value))];
      default:
        return [element.value];
    }
  });
}

const isPair = (node: Pair | PairTree): node is Pair => Array.isArray(node);

/** Problems of one tree of texts: an empty side, a text that does not parse, placeholders that differ. */
export function messageProblems(tree: PairTree, path: string): string[] {
  return Object.entries(tree).flatMap(([key, node]) => {
    const here = `${path}.${key}`;
    return isPair(node) ? pairProblems(node, here) : messageProblems(node, here);
  });
}

function pairProblems(pair: Pair, path: string): string[] {
  const problems: string[] = [];
  const names = pair.map((text, index) => {
    const language = index === 0 ? 'English' : 'Japanese';
    if (text.trim() === '') problems.push(`${path}: the ${language} text is empty.`);
    try {
      return [...new Set(argumentsOf(parse(text)))].sort().join(', ');
    } catch (error) {
      problems.push(`${path}: the ${language} text does not parse (${(error as Error).message}): ${text}`);
      return undefined;
    }
  });
  const [english, japanese] = names;
  if (english !== undefined && japanese !== undefined && english !== japanese) {
    problems.push(`${path}: English takes {${english}}, Japanese takes {${japanese}}.`);
  }
  return problems;
}

/** All problems of all namespaces. */
export function checkMessages(): string[] {
  return Object.entries(messages).flatMap(([namespace, tree]) => messageProblems(tree, namespace));
}
