import { expect, it } from 'vitest';
import { languageOf } from './language-of.ts';

it.each([
  ['index.mjs', 'javascript'],
  ['src/app.TS', 'typescript'],
  ['package.json', 'json'],
  ['a/b/lambda_function.py', 'python'],
  ['template.yml', 'yaml'],
  ['README.md', 'markdown'],
  ['bootstrap', 'shell'],
  ['Gemfile', 'ruby'],
  ['notes', 'plaintext'],
  ['js', 'plaintext'],
  ['x.constructor', 'plaintext'],
  ['.env', 'plaintext'],
])('%s is %s', (path, language) => {
  expect(languageOf(path)).toBe(language);
});
