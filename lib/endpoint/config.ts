import { readFileSync } from 'node:fs';
import path from 'node:path';
import { refuse, succeed, type Result } from '../shared/result.ts';
import type { IsolationLevel } from './runtimes/launch.ts';

/** Everything the endpoint can be told; the only module of the endpoint that reads the environment. */
export interface EndpointConfig {
  /** 0 lets the system choose. */
  readonly port: number;
  readonly host: string;
  /** Absolute path. */
  readonly dataFolder: string;
  /** Whether the first start of an empty folder creates the sample functions. */
  readonly hasSamples: boolean;
  /** Undefined means the best level the machine offers. */
  readonly isolation: IsolationLevel | undefined;
  /** Secret access keys by access key id; signatures are verified when there is at least one. */
  readonly keys: ReadonlyMap<string, string>;
  /** Names besides the loopback ones under which the endpoint may be reached, e.g. `lambda.lan`. */
  readonly allowedHosts: readonly string[];
  /** Calls that an account may have in flight in a Region. */
  readonly concurrencyLimit: number;
  /** Whether APIs may call HTTP back ends on this machine's loopback addresses. */
  readonly mayIntegrateLoopback: boolean;
  /** Whether a version of Node.js that functions ask for may be fetched from the package registry. */
  readonly mayFetchNode: boolean;
  readonly logLevel: LogLevel;
  /** Where interpreters are looked for. */
  readonly searchPath: string | undefined;
  /** True when another program started this one and reads its ready line. */
  readonly hasParent: boolean;
}

export type LogLevel = (typeof logLevels)[number];
const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
const switchWords = ['on', 'off', 'true', 'false', '1', '0'] as const;
const isolationLevels = ['portable', 'linux', 'sandbox'] as const;

/** Reads the settings; the refusal is one line that names the variable, its value and what is accepted. */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): Result<EndpointConfig, string> {
  try {
    return succeed(readSettings(environment));
  } catch (error) {
    if (error instanceof SettingProblem) return refuse(error.message);
    throw error;
  }
}

class SettingProblem extends Error {}

function readSettings(environment: NodeJS.ProcessEnv): EndpointConfig {
  const valueOf = (name: string) => {
    const value = environment[name]?.trim();
    return value === '' ? undefined : value;
  };
  const choiceOf = <Choice extends string>(name: string, choices: readonly Choice[]) => {
    const value = valueOf(name)?.toLowerCase();
    if (value === undefined) return undefined;
    const choice = choices.find((candidate) => candidate === value);
    // The value is repeated for choices only: they are never secret.
    if (choice === undefined) throw new SettingProblem(`${name}=${value}: use one of ${choices.join(', ')}.`);
    return choice;
  };
  const isolation = choiceOf('LAMBDECK_ISOLATION', ['auto', ...isolationLevels]);
  const loopback = choiceOf('LAMBDECK_LOOPBACK_INTEGRATIONS', switchWords);
  const fetchNode = choiceOf('LAMBDECK_FETCH_NODE', switchWords);
  const samples = choiceOf('LAMBDECK_SAMPLES', switchWords) ?? 'on';
  return {
    port: readPort(valueOf('LAMBDECK_ENDPOINT_PORT')),
    host: valueOf('LAMBDECK_ENDPOINT_HOST') ?? valueOf('HOST') ?? '127.0.0.1',
    dataFolder: path.resolve(valueOf('LAMBDECK_DATA') ?? '.lambdeck'),
    searchPath: valueOf('PATH'),
    hasSamples: isOn(samples),
    isolation: isolation === 'auto' ? undefined : isolation,
    keys: readKeys(valueOf('LAMBDECK_ENDPOINT_KEYS')),
    allowedHosts: readHosts(valueOf('LAMBDECK_ENDPOINT_ALLOWED_HOSTS')),
    concurrencyLimit: readConcurrencyLimit(valueOf('LAMBDECK_CONCURRENCY_LIMIT')),
    mayIntegrateLoopback: isOn(loopback ?? 'off'),
    mayFetchNode: isOn(fetchNode ?? 'off'),
    logLevel: choiceOf('LAMBDECK_LOG_LEVEL', logLevels) ?? 'warn',
    hasParent: choiceOf('LAMBDECK_PARENT', ['0', '1']) === '1',
  };
}

function isOn(word: (typeof switchWords)[number]): boolean {
  return word === 'on' || word === 'true' || word === '1';
}

function readPort(text: string | undefined): number {
  if (text === undefined) return 4566;
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535) {
    throw new SettingProblem(`LAMBDECK_ENDPOINT_PORT=${text}: use a whole number from 0 to 65535.`);
  }
  return port;
}

function readConcurrencyLimit(text: string | undefined): number {
  if (text === undefined) return 1000;
  const limit = Number(text);
  if (!/^\d+$/.test(text) || limit < 1 || limit > 100_000) {
    throw new SettingProblem(`LAMBDECK_CONCURRENCY_LIMIT=${text}: use a whole number from 1 to 100000.`);
  }
  return limit;
}

function readHosts(text: string | undefined): string[] {
  const hosts = (text ?? '')
    .split(',')
    .map((host) => host.trim().toLowerCase())
    .filter((host) => host !== '');
  const bad = hosts.find((host) => !/^[a-z0-9.-]+$/.test(host));
  if (bad !== undefined) {
    throw new SettingProblem(
      `LAMBDECK_ENDPOINT_ALLOWED_HOSTS: "${bad}" is no host name; use names without a port, separated by commas.`,
    );
  }
  return hosts;
}

const keysHelp =
  'use ID:SECRET pairs separated by commas, or the path of a JSON file such as {"AKIDEXAMPLE": "secret"}.';

/** Never repeats the value: it is made of secrets. */
function readKeys(text: string | undefined): ReadonlyMap<string, string> {
  if (text === undefined) return new Map();
  const keys = text.includes(':') && !looksLikeFile(text) ? readPairs(text) : readKeyFile(text);
  for (const [id, secret] of keys) {
    if (!/^\w{3,128}$/.test(id) || secret.length === 0) {
      throw new SettingProblem(
        `LAMBDECK_ENDPOINT_KEYS: an access key id or secret is malformed; ${keysHelp}`,
      );
    }
  }
  if (keys.size === 0) throw new SettingProblem(`LAMBDECK_ENDPOINT_KEYS names no key; ${keysHelp}`);
  return keys;
}

function looksLikeFile(text: string): boolean {
  return /^(?:[a-z]:[\\/]|\/|\.{1,2}[\\/])/i.test(text) || text.endsWith('.json');
}

function readPairs(text: string): Map<string, string> {
  const pairs = text.split(',').map((pair): [string, string] => {
    const colon = pair.indexOf(':');
    return colon === -1 ? [pair.trim(), ''] : [pair.slice(0, colon).trim(), pair.slice(colon + 1).trim()];
  });
  return new Map(pairs);
}

function readKeyFile(file: string): Map<string, string> {
  let document: unknown;
  try {
    document = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    throw new SettingProblem(`LAMBDECK_ENDPOINT_KEYS cannot be read as a JSON file; ${keysHelp}`);
  }
  const entries = typeof document === 'object' && document !== null ? Object.entries(document) : [];
  const keys = new Map<string, string>();
  for (const [id, secret] of entries) {
    if (typeof secret !== 'string') {
      throw new SettingProblem(
        `LAMBDECK_ENDPOINT_KEYS: every secret in the file must be a text; ${keysHelp}`,
      );
    }
    keys.set(id, secret);
  }
  return keys;
}
