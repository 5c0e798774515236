import * as lambda from '@aws-sdk/client-lambda';
import { readFile } from 'node:fs/promises';
import { beforeAll, expect, it } from 'vitest';
import { listFiles } from './files.ts';
import { inProject } from './project.ts';

// What a connection can do and no page does: every gap is listed here with its reason, and leaves the list when it is
// filled. What forms send of an operation is held by `lib/forms/member-coverage.test.ts`.

/** Operations that no page of the console sends, and why. */
const operationsLeftOut: Readonly<Record<string, string>> = {
  InvokeAsync: 'deprecated by AWS: Invoke with the type Event has taken its place',
  UpdateFunctionEventInvokeConfig: 'PutFunctionEventInvokeConfig writes the whole section',
  CheckpointDurableExecution: 'sent by a running function',
  GetDurableExecutionState: 'sent by a running function',
};

let code: ReadonlySet<string>;

beforeAll(async () => {
  const folders = ['lib/actions', 'lib/queries', 'lib/aws', 'app'];
  const files = (await Promise.all(folders.map((folder) => listFiles(inProject(), folder))))
    .flat()
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file));
  const texts = await Promise.all(files.map((file) => readFile(inProject(file), 'utf8')));
  code = new Set(texts.flatMap((text) => text.match(/\w+/g) ?? []));
});

it('every operation of Lambda is sent by some page, or its gap is listed', () => {
  const operations = Object.keys(lambda).flatMap((name) => /^(\w+)Command$/.exec(name)?.[1] ?? []);
  expect(operations.length).toBeGreaterThanOrEqual(88);
  const missing = operations.filter((name) => !code.has(`${name}Command`));
  expect(missing.sort()).toEqual(Object.keys(operationsLeftOut).sort());
});
