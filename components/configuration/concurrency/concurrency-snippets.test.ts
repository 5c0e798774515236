import { expect, it } from 'vitest';
import { concurrencySnippets } from './concurrency-snippets';

const texts = (reserved: number | null) =>
  concurrencySnippets('orders', reserved, { region: 'us-east-1' }).map(({ text }) => text);

it('reserves', () => {
  const [cli, sam, terraform] = texts(0);
  expect(cli).toContain('put-function-concurrency');
  expect(cli).toContain('--reserved-concurrent-executions 0');
  expect(sam).toContain('    ReservedConcurrentExecutions: 0');
  expect(terraform).toContain('  reserved_concurrent_executions = 0');
});

it('gives back', () => {
  const [cli, sam, terraform] = texts(null);
  expect(cli).toContain('delete-function-concurrency');
  expect(sam).not.toContain('ReservedConcurrentExecutions');
  expect(terraform).toContain('= -1');
});
