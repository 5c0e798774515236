import { describe, expect, it } from 'vitest';
import { messageProblems } from './check-messages.ts';

const problems = (en: string, ja: string) => messageProblems({ group: { text: [en, ja] } }, 'space');

describe('messageProblems', () => {
  it('passes two texts that take the same values in another order', () => {
    expect(problems('{name} in {region}', '{region} の {name}')).toEqual([]);
    expect(
      problems('{count, plural, one {# item} other {# items}}', '{count, plural, other {# 件}}'),
    ).toEqual([]);
  });

  it.each([
    ['an empty side', 'Functions', ' ', 'the Japanese text is empty'],
    ['a missing value', 'Delete {name}', '削除', 'English takes {name}, Japanese takes {}'],
    ['a misspelt value', '{name}', '{nmae}', 'Japanese takes {nmae}'],
    ['a missing tag', 'See <link>here</link>', 'ここを参照', 'English takes {<link>}'],
    ['a text that does not parse', 'Delete {name', '削除 {name}', 'the English text does not parse'],
  ])('names %s', (_what, en, ja, expected) => {
    expect(problems(en, ja).join('\n')).toContain(expected);
    expect(problems(en, ja).join('\n')).toContain('space.group.text');
  });
});
