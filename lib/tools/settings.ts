import { assertStartable, parseConfig, type Config } from '../config.ts';
import { projectFolder } from './project.ts';
import { ToolFailure } from './tool-failure.ts';

export interface Settings extends Config {
  readonly endpointPort: number;
  readonly endpointHost: string;
}

/**
 * The settings of this start, as the two programs will see them. Throws a ToolFailure or ConfigError of one
 * sentence when they cannot be used together.
 */
export function readSettings(
  environment: Readonly<Record<string, string | undefined>> = process.env,
): Settings {
  const config = parseConfig(environment, projectFolder);
  assertStartable(config);
  const endpointPort = Number(environment.LAMBDECK_ENDPOINT_PORT || 4566); // parseConfig has checked it.
  if (config.port === endpointPort) {
    throw new ToolFailure(
      `PORT and LAMBDECK_ENDPOINT_PORT are both ${endpointPort}. The console and the endpoint each need a port of their own.`,
    );
  }
  return { ...config, endpointPort, endpointHost: environment.LAMBDECK_ENDPOINT_HOST || config.host };
}

/**
 * The environment both programs are started with: the caller's, with every path absolute, because the console's
 * server changes its working folder.
 */
export function programEnvironment(settings: Settings): NodeJS.ProcessEnv {
  return {
    ...process.env,
    NEXT_TELEMETRY_DISABLED: '1',
    HOST: settings.host,
    PORT: String(settings.port),
    LAMBDECK_ENDPOINT_PORT: String(settings.endpointPort),
    LAMBDECK_DATA: settings.dataFolder,
    ...(settings.connectionsFile === undefined ? {} : { LAMBDECK_CONNECTIONS: settings.connectionsFile }),
  };
}

/** The host to write into an address that a person opens: a wildcard listens everywhere, but is no address. */
export function addressHost(host: string): string {
  if (host === '127.0.0.1' || host === '::1' || host === '0.0.0.0' || host === '::') return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}

/** The host under which this machine itself reaches a program that listens on `host`. */
export function localHost(host: string): string {
  if (host === '0.0.0.0' || host === 'localhost') return '127.0.0.1';
  if (host === '::') return '[::1]';
  return host.includes(':') ? `[${host}]` : host;
}
