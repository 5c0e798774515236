import { describe, expect, it } from 'vitest';
import { sizeProblem } from './check-sizes.ts';

describe('sizeProblem', () => {
  it.each([
    ['app/page.tsx', 151],
    ['components/ui/table.tsx', 301],
    ['lib/actions/functions/create.ts', 151],
    ['lib/endpoint/services/lambda/operations/invoke.ts', 201],
    ['lib/endpoint/wire/route.ts', 351],
    ['lib/domain/limits.ts', 251],
    ['e2e/pages/function-page.ts', 501],
  ])('%s is split above its limit', (file, lines) => {
    expect(sizeProblem(file, lines)).toContain(`${lines} lines`);
    expect(sizeProblem(file, lines - 1)).toBeUndefined();
  });

  it('does not count what is generated', () => {
    expect(sizeProblem('lib/endpoint/services/lambda/generated/operations.ts', 9000)).toBeUndefined();
  });
});
