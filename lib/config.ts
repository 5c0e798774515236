import path from 'node:path';
import * as z from 'zod';
import { oidcEnvironment, oidcProblem, oidcSettings, type OidcSettings } from './config-oidc.ts';

// Not marked server-only: the start tool reads the same settings outside of a React server bundle.

const flag = z
  .enum(['true', 'false', '1', '0', 'yes', 'no'])
  .transform((text) => text === 'true' || text === '1' || text === 'yes');
const port = z.coerce.number().int().min(1).max(65_535);
const list = z.string().transform((text) =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== ''),
);

const environment = z.object({
  PORT: port.default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  LAMBDECK_ENDPOINT_PORT: port.default(4566),
  LAMBDECK_ENDPOINT_URL: z.url({ protocol: /^https?$/ }).optional(),
  LAMBDECK_DATA: z.string().min(1).default('.lambdeck'),
  LAMBDECK_CONNECTIONS: z.string().min(1).optional(),
  LAMBDECK_SECRET: z.string().min(16, 'must have at least 16 characters').optional(),
  LAMBDECK_ADMIN_PASSWORD: z.string().min(8, 'must have at least 8 characters').optional(),
  LAMBDECK_ALLOWED_HOSTS: list.default([]),
  LAMBDECK_TRUSTED_PROXIES: z.coerce.number().int().min(0).max(10).default(0),
  LAMBDECK_BLOCK_PRIVATE: flag.optional(),
  LAMBDECK_ALLOWED_RANGES: list
    .pipe(z.array(z.union([z.cidrv4(), z.cidrv6(), z.ipv4(), z.ipv6()])))
    .default([]),
  LAMBDECK_LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  NODE_ENV: z.string().optional(),
  ...oidcEnvironment,
});

/** Which addresses an endpoint URL typed by a user may lead to. */
export interface AddressPolicy {
  /** 127.0.0.0/8 and ::1. True when the console itself listens on loopback only. */
  readonly allowLoopback: boolean;
  /** Private networks (RFC 1918, fc00::/7, carrier NAT). */
  readonly allowPrivate: boolean;
  /** CIDR ranges or single addresses that pass whatever they are, link-local included. */
  readonly allowedRanges: readonly string[];
}

/** Settings of the console, parsed once from the environment. */
export interface Config {
  readonly port: number;
  readonly host: string;
  readonly isLoopback: boolean;
  /** Address of the embedded endpoint, without a slash at the end. */
  readonly endpointUrl: string;
  /** Absolute path of the data folder. */
  readonly dataFolder: string;
  /** Absolute path of the console's own database. */
  readonly databasePath: string;
  /** Absolute path of a JSON file with predefined connections. */
  readonly connectionsFile: string | undefined;
  /** Operator's key for stored secrets; undefined means the random key file of the data folder. */
  readonly secret: string | undefined;
  readonly adminPassword: string | undefined;
  /** Undefined when nobody signs in through an OpenID provider. */
  readonly oidc: OidcSettings | undefined;
  /** Host names the console answers to besides its own, lower case, without port. */
  readonly allowedHosts: readonly string[];
  /** How many proxies stand before the console and say truly whom they answer. */
  readonly trustedProxies: number;
  readonly addressPolicy: AddressPolicy;
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
  readonly isDevelopment: boolean;
}

/** A setting that cannot be used; the message is one sentence for the operator. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

const loopbackNames = new Set(['localhost', '::1', '[::1]']);

/** True for the names and addresses that only this machine can reach. */
export function isLoopbackHost(host: string): boolean {
  return loopbackNames.has(host.toLowerCase()) || /^127(\.\d{1,3}){3}$/.test(host);
}

/**
 * Parses settings. Empty values count as unset. Throws a ConfigError that names the setting.
 * Relative paths start at `folder`.
 */
export function parseConfig(
  source: Readonly<Record<string, string | undefined>>,
  folder: string = process.cwd(),
): Config {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));
  const parsed = environment.safeParse(given);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new ConfigError(`Setting ${issue?.path.join('.')} cannot be used: ${issue?.message}.`);
  }
  const settings = parsed.data;
  const problem = oidcProblem(settings);
  if (problem) throw new ConfigError(`Setting ${problem.setting} cannot be used: ${problem.why}.`);
  const dataFolder = path.resolve(folder, settings.LAMBDECK_DATA);
  const isLoopback = isLoopbackHost(settings.HOST);
  const endpointUrl = settings.LAMBDECK_ENDPOINT_URL ?? `http://127.0.0.1:${settings.LAMBDECK_ENDPOINT_PORT}`;
  return {
    port: settings.PORT,
    host: settings.HOST,
    isLoopback,
    endpointUrl: endpointUrl.replace(/\/+$/, ''),
    dataFolder,
    databasePath: path.join(dataFolder, 'console', 'console.db'),
    connectionsFile: settings.LAMBDECK_CONNECTIONS && path.resolve(folder, settings.LAMBDECK_CONNECTIONS),
    secret: settings.LAMBDECK_SECRET,
    adminPassword: settings.LAMBDECK_ADMIN_PASSWORD,
    oidc: oidcSettings(settings),
    allowedHosts: settings.LAMBDECK_ALLOWED_HOSTS.map((host) => host.toLowerCase()),
    trustedProxies: settings.LAMBDECK_TRUSTED_PROXIES,
    addressPolicy: {
      allowLoopback: isLoopback,
      allowPrivate: settings.LAMBDECK_BLOCK_PRIVATE === false,
      allowedRanges: settings.LAMBDECK_ALLOWED_RANGES,
    },
    logLevel: settings.LAMBDECK_LOG_LEVEL,
    isDevelopment: settings.NODE_ENV === 'development',
  };
}

/**
 * Throws a ConfigError when the console may not start with these settings: reachable from other machines,
 * whoever opens it could run code on this one, so a password has to stand in between.
 */
export function assertStartable(config: Config): void {
  if (config.isLoopback || config.adminPassword) return;
  throw new ConfigError(
    `HOST is ${config.host}, which other machines can reach, and no administrator password is set. ` +
      'Set LAMBDECK_ADMIN_PASSWORD, or leave HOST at 127.0.0.1.',
  );
}

let current: Config | undefined;

/** The settings of this process; read from the environment at the first call. */
export function getConfig(): Config {
  current ??= parseConfig(process.env);
  return current;
}
