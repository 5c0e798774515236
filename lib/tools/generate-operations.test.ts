import { expect, test } from 'vitest';
import { operationExport, operationsModule } from './generate-operations.ts';

test('the export named like the file is the operation, whatever its capitals', () => {
  const source = "import x from 'x';\nexport const other = 1;\nexport async function getSAMLProvider() {}\n";
  expect(operationExport('get-saml-provider.ts', source)).toBe('getSAMLProvider');
  expect(() => operationExport('get-function.ts', source)).toThrow(
    'get-function.ts must export one function named like the file, e.g. get-function.ts exports getFunction; it exports other, getSAMLProvider.',
  );
  expect(() => operationExport('invoke.ts', 'const invoke = 1;')).toThrow('it exports nothing.');
});

test('the table is keyed by AWS’s names', () => {
  const text = operationsModule([
    { name: 'invoke.ts', source: 'export function invoke() {}' },
    { name: 'list-tags.ts', source: 'export const listTags = 1;' },
  ]);
  expect(text).toContain("import { invoke } from '../operations/invoke.ts';\n");
  expect(text).toContain('  Invoke: invoke,\n  ListTags: listTags,\n');
});
