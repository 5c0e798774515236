import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { defaultHandler, type Language } from '../runtimes.ts';
import { functionSamples, sampleById, samplesFor } from './samples.ts';

const languages: Language[] = ['nodejs', 'python', 'ruby', 'java', 'dotnet', 'os-only'];

describe('samples', () => {
  it.each(languages)('%s starts from a sample with its default handler', (language) => {
    expect(samplesFor(language)[0]?.handler).toBe(defaultHandler(language));
  });

  it('have ids of their own and only relative paths', () => {
    expect(new Set(functionSamples.map((sample) => sample.id)).size).toBe(functionSamples.length);
    for (const name of functionSamples.flatMap((sample) => Object.keys(sample.files))) {
      expect(name).toMatch(/^[a-z][\w./-]*$/i);
      expect(name).not.toContain('..');
    }
  });

  it('the queue sample reports the messages it could not read', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'sample-'));
    try {
      const file = path.join(folder, 'index.mjs');
      writeFileSync(file, sampleById('queue-node')?.files['index.mjs'] ?? '');
      const event = {
        Records: [
          { messageId: 'a', body: '{"id":1}' },
          { messageId: 'b', body: 'no json' },
        ],
      };
      const script = `import { handler } from ${JSON.stringify(file)};
        console.info('RESULT' + JSON.stringify(await handler(${JSON.stringify(event)})));`;
      const output = execFileSync(process.execPath, ['--input-type=module', '-e', script], {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      });
      expect(output).toContain('RESULT{"batchItemFailures":[{"itemIdentifier":"b"}]}');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
