import { Linter } from 'eslint';
import tseslint from 'typescript-eslint';
import { describe, expect, it } from 'vitest';
import { lambdeck } from './lint-rules.mjs';

function lint(rule: keyof typeof lambdeck.rules, code: string): string[] {
  const linter = new Linter();
  const found = linter.verify(
    code,
    [
      {
        files: ['**/*.tsx'],
        languageOptions: { parser: tseslint.parser, parserOptions: { ecmaFeatures: { jsx: true } } },
        plugins: { lambdeck },
        rules: { [`lambdeck/${rule}`]: 'error' },
      },
    ] as Linter.Config[],
    'a.tsx',
  );
  return found.map(({ message }) => message);
}

describe('role-tokens-only', () => {
  it.each(['bg-red-500 p-8', 'hover:text-slate-100', 'w-[37px]', 'md:-mt-[3px]', 'border-b-blue-200/50'])(
    'refuses %s',
    (text) => expect(lint('role-tokens-only', `const a = <i className="${text}" />;`)).toHaveLength(1),
  );
  it.each([
    'bg-surface text-14 p-8',
    'data-[open]:opacity-100',
    'group-data-[open]/menu:flex',
    'grid-cols-2',
  ])('passes %s', (text) =>
    expect(lint('role-tokens-only', `const a = <i className="${text}" />;`)).toEqual([]),
  );
  it('refuses a hex colour where something is styled, and passes an anchor', () => {
    expect(lint('role-tokens-only', `const a = <path fill="#ff0000" />;`)).toHaveLength(1);
    expect(lint('role-tokens-only', `const a = <a href="#add" />;`)).toEqual([]);
  });
});

describe('no-environment', () => {
  it('refuses a setting and passes what is none', () => {
    expect(lint('no-environment', 'const a = process.env.PORT;')).toHaveLength(1);
    expect(lint('no-environment', `const a = process.env.NODE_ENV === 'production';`)).toEqual([]);
    expect(lint('no-environment', `const a = process.env['PATH'];`)).toEqual([]);
  });
});

describe('no-sleep-in-tests', () => {
  it.each([
    'await page.waitForTimeout(100);',
    'await new Promise((resolve) => setTimeout(resolve, 5));',
    'await sleep(5);',
  ])('refuses %s', (code) => expect(lint('no-sleep-in-tests', `async () => { ${code} }`)).toHaveLength(1));
  it('passes a timer that is no sleep', () =>
    expect(lint('no-sleep-in-tests', 'const t = setTimeout(() => fail(), 5);')).toEqual([]));
});

describe('no-exclusive-tests', () => {
  it('refuses a test that runs alone or is hidden', () => {
    expect(lint('no-exclusive-tests', `it.only('a', () => {});`)).toHaveLength(1);
    expect(lint('no-exclusive-tests', `test.skip('a', () => {});`)).toHaveLength(1);
  });
  it('passes a skip with a condition and a reason', () =>
    expect(lint('no-exclusive-tests', `test.skip(!hasPython, 'no Python');`)).toEqual([]));
});

describe('reason-for-disabling', () => {
  it('asks for a reason', () => {
    expect(lint('reason-for-disabling', '// eslint-disable-next-line eqeqeq\nconst a = 1;')).toContain(
      'Say after "--" why the rule does not hold here.',
    );
    expect(
      lint(
        'reason-for-disabling',
        '// eslint-disable-next-line eqeqeq -- null and undefined alike\nconst a = 1;',
      ),
    ).not.toContain('Say after "--" why the rule does not hold here.');
  });
});

describe('no-shell-strings', () => {
  it('refuses a value in a shell string', () => {
    expect(lint('no-shell-strings', 'execSync(`rm ${name}`);')).toHaveLength(1);
    expect(lint('no-shell-strings', `spawn('a', [], { shell: true });`)).toHaveLength(1);
    expect(lint('no-shell-strings', `spawn('a', [name]);`)).toEqual([]);
  });
});
