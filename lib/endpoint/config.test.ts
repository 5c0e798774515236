import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readConfig } from './config.ts';

function read(environment: Record<string, string> = {}) {
  const result = readConfig(environment as NodeJS.ProcessEnv);
  if (!result.ok) throw new Error(result.error);
  return result.data;
}

describe('readConfig', () => {
  it('has defaults that bind to loopback', () => {
    expect(read()).toEqual({
      port: 4566,
      host: '127.0.0.1',
      dataFolder: path.resolve('.lambdeck'),
      hasSamples: true,
      isolation: undefined,
      keys: new Map(),
      allowedHosts: [],
      concurrencyLimit: 1000,
      mayIntegrateLoopback: false,
      mayFetchNode: false,
      logLevel: 'warn',
      hasParent: false,
    });
  });

  it('reads every setting', () => {
    const config = read({
      LAMBDECK_ENDPOINT_PORT: '0',
      HOST: '0.0.0.0',
      LAMBDECK_ENDPOINT_HOST: '::1',
      LAMBDECK_DATA: '/data',
      LAMBDECK_SAMPLES: 'off',
      LAMBDECK_ISOLATION: 'Portable',
      LAMBDECK_ENDPOINT_KEYS: 'AKID1:one, AKID2:tw:o',
      LAMBDECK_ENDPOINT_ALLOWED_HOSTS: 'Lambda.lan, b.example',
      LAMBDECK_LOG_LEVEL: 'debug',
      LAMBDECK_CONCURRENCY_LIMIT: '250',
      LAMBDECK_LOOPBACK_INTEGRATIONS: 'on',
      LAMBDECK_FETCH_NODE: 'on',
      LAMBDECK_PARENT: '1',
    });
    expect(config).toMatchObject({
      port: 0,
      host: '::1',
      hasSamples: false,
      isolation: 'portable',
      concurrencyLimit: 250,
      mayIntegrateLoopback: true,
      mayFetchNode: true,
      hasParent: true,
    });
    expect(config.keys).toEqual(
      new Map([
        ['AKID1', 'one'],
        ['AKID2', 'tw:o'],
      ]),
    );
    expect(config.allowedHosts).toEqual(['lambda.lan', 'b.example']);
  });

  it('reads keys from a file', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'lambdeck-keys-'));
    const file = path.join(folder, 'keys.json');
    writeFileSync(file, '{"AKID": "s3cret"}');
    expect(read({ LAMBDECK_ENDPOINT_KEYS: file }).keys).toEqual(new Map([['AKID', 's3cret']]));
    rmSync(folder, { recursive: true });
  });

  it.each([
    ['LAMBDECK_ENDPOINT_PORT', '70000'],
    ['LAMBDECK_ENDPOINT_PORT', '4e2'],
    ['LAMBDECK_SAMPLES', 'maybe'],
    ['LAMBDECK_ISOLATION', 'docker'],
    ['LAMBDECK_ENDPOINT_KEYS', 'AKID1'],
    ['LAMBDECK_ENDPOINT_KEYS', 'AKID1:'],
    ['LAMBDECK_ENDPOINT_KEYS', '/nowhere/keys.json'],
    ['LAMBDECK_ENDPOINT_ALLOWED_HOSTS', 'http://x'],
    ['LAMBDECK_CONCURRENCY_LIMIT', '0'],
    ['LAMBDECK_CONCURRENCY_LIMIT', '1e3'],
    ['LAMBDECK_LOOPBACK_INTEGRATIONS', 'maybe'],
    ['LAMBDECK_FETCH_NODE', '22'],
    ['LAMBDECK_LOG_LEVEL', 'loud'],
  ])('refuses %s=%s in one line that names it', (name, value) => {
    const result = readConfig({ [name]: value } as unknown as NodeJS.ProcessEnv);
    expect(result).toMatchObject({ ok: false, error: expect.stringMatching(new RegExp(`^${name}[^\\n]+$`)) });
  });

  it('never repeats a secret', () => {
    const result = readConfig({ LAMBDECK_ENDPOINT_KEYS: 'bad id:hunter2' } as unknown as NodeJS.ProcessEnv);
    expect(result).toMatchObject({ ok: false, error: expect.not.stringContaining('hunter2') });
  });
});
