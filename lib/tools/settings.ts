import { ToolFailure } from './tool-failure.ts';

/** Where the two programs listen, as the person at the terminal asked for it. */
export interface Addresses {
  readonly host: string;
  readonly port: number;
  readonly endpointPort: number;
}

/** Reads HOST, PORT and LAMBDECK_ENDPOINT_PORT; throws a ToolFailure that names the wrong one. */
export function readAddresses(environment: NodeJS.ProcessEnv = process.env): Addresses {
  const port = readPort(environment, 'PORT', 3000);
  const endpointPort = readPort(environment, 'LAMBDECK_ENDPOINT_PORT', 4566);
  if (port === endpointPort) {
    throw new ToolFailure(
      `PORT and LAMBDECK_ENDPOINT_PORT are both ${port}. The console and the endpoint each need a port of their own.`,
    );
  }
  return { host: environment.HOST?.trim() || '127.0.0.1', port, endpointPort };
}

function readPort(environment: NodeJS.ProcessEnv, name: string, fallback: number): number {
  const text = environment[name]?.trim();
  if (text === undefined || text === '') return fallback;
  const port = Number(text);
  if (!/^\d+$/.test(text) || port < 1 || port > 65_535) {
    throw new ToolFailure(`${name} is "${text}". It must be a port number between 1 and 65535.`);
  }
  return port;
}

/** The host to write into an address that a person opens: a wildcard listens everywhere, but is no address. */
export function addressHost(host: string): string {
  if (host === '127.0.0.1' || host === '::1' || host === '0.0.0.0' || host === '::') return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}
