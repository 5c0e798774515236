import { fileURLToPath } from 'node:url';
import next from '@next/eslint-plugin-next';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';
import { lambdeck } from './lib/tools/lint-rules.mjs';

const source = ['**/*.{ts,tsx}'];

/** Settings are read in one module for each program; tools and tests stand outside of both. */
const readsEnvironment = [
  'lib/config.ts',
  'lib/endpoint/config.ts',
  'lib/tools/**',
  'e2e/**',
  '*.config.{ts,mjs}',
  'next.config.js',
  '**/*.test.ts',
  'lib/endpoint/tests/**',
];

export default tseslint.config(
  {
    ignores: [
      '.next*/**',
      'dist/**',
      'node_modules/**',
      '**/generated/**',
      'e2e/functions/**',
      'lib/endpoint/samples/**',
      'lib/endpoint/runtimes/clients/**',
      'test-results/**',
      '.venv-*/**',
      '.lambdeck*/**',
      'next-env.d.ts',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' }, plugins: { lambdeck } },
  {
    files: source,
    extends: [tseslint.configs.base],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: fileURLToPath(new URL('.', import.meta.url)) },
    },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false },
      ],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true, caughtErrors: 'none' },
      ],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true, allowDefaultCaseForExhaustiveSwitch: true },
      ],
      '@typescript-eslint/ban-ts-comment': 'error',
      eqeqeq: ['error', 'always'],
      'no-restricted-syntax': [
        'error',
        {
          selector: "ImportDeclaration[source.value='zod'] ImportSpecifier[imported.name='z']",
          message: "Write import * as z from 'zod': the named export pulls the whole library into a bundle.",
        },
        {
          selector: "MemberExpression[object.type='MetaProperty'][property.name=/^(dirname|filename)$/]",
          message: 'Node 20.9 does not have it: use fileURLToPath(new URL(..., import.meta.url)).',
        },
      ],
      'lambdeck/reason-for-disabling': 'error',
      'lambdeck/no-shell-strings': 'error',
    },
  },
  {
    files: source,
    ignores: readsEnvironment,
    rules: { 'lambdeck/no-environment': 'error' },
  },
  {
    files: source,
    ignores: ['lib/tools/**', 'e2e/**', '**/*.test.ts'],
    rules: { 'no-console': 'error' },
  },
  {
    files: ['app/**/*.tsx', 'components/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks, '@next/next': next },
    rules: {
      ...next.configs.recommended.rules,
      ...next.configs['core-web-vitals'].rules,
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
      'lambdeck/role-tokens-only': 'error',
    },
  },
  {
    files: ['e2e/**/*.ts', '**/*.test.{ts,tsx}'],
    rules: { 'lambdeck/no-sleep-in-tests': 'error', 'lambdeck/no-exclusive-tests': 'error' },
  },
);
