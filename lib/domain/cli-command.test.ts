import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { cliCommand, shellQuote } from './cli-command.ts';

describe('shellQuote', () => {
  it.each(['plain', "it's", 'two words', '$HOME `id` "x"', 'line\nbreak', '', '日本語', '--flag', "'"])(
    'a shell reads %j back unchanged',
    (text) => {
      const read = execFileSync('/bin/sh', ['-c', `printf %s ${shellQuote(text)}`], { encoding: 'utf8' });
      expect(read).toBe(text);
    },
  );
});

describe('cliCommand', () => {
  it('writes one option a line, JSON for structures, nothing for what is absent', () => {
    expect(
      cliCommand(
        'lambda',
        'update-function-configuration',
        {
          'function-name': 'orders',
          'memory-size': 512,
          description: '',
          'ephemeral-storage': { Size: 1024 },
          role: undefined,
          publish: true,
          'dry-run': false,
        },
        { region: 'eu-west-1', endpointUrl: 'http://localhost:4566' },
      ),
    ).toBe(
      [
        'aws lambda update-function-configuration',
        '--function-name orders',
        '--memory-size 512',
        "--description ''",
        `--ephemeral-storage '{"Size":1024}'`,
        '--publish',
        '--region eu-west-1',
        '--endpoint-url http://localhost:4566',
      ].join(' \\\n  '),
    );
  });
});
