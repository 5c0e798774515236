import { expect, it } from 'vitest';
import { snapStartObstacle } from './snap-start.ts';

it.each([
  ['java8.al2', 512, 'runtime'],
  ['java11', 512, undefined],
  ['java17.al2023', 512, undefined],
  ['python3.11', 512, 'runtime'],
  ['python3.12', 512, undefined],
  ['python3.14', 1024, 'ephemeral-storage'],
  ['dotnet6', 512, 'runtime'],
  ['dotnet8', 512, undefined],
  ['nodejs24.x', 512, 'runtime'],
  ['provided.al2023', 512, 'runtime'],
  [undefined, 512, undefined],
  [undefined, 513, 'ephemeral-storage'],
])('%s with %i MB of /tmp: %s', (runtime, storage, obstacle) => {
  expect(snapStartObstacle(runtime, storage)).toBe(obstacle);
});
