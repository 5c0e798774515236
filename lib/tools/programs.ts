import { addressHost, localHost, programEnvironment, type Settings } from './settings.ts';
import { startProgram, waitForHealth, type RunningProgram } from './supervisor.ts';

const readyLimitMs = 30_000;

/** A program on its way up: `ready` resolves with what its health check says, and throws when it ends first. */
export interface StartingProgram {
  readonly program: RunningProgram;
  readonly ready: Promise<unknown>;
}

/** Starts the endpoint's bundle with the settings of this start. */
export function startEndpoint(settings: Settings, bundle: string): StartingProgram {
  const program = startProgram({
    name: 'The endpoint',
    args: ['--enable-source-maps', bundle],
    env: programEnvironment(settings),
    output: 'held',
  });
  const url = `http://${localHost(settings.endpointHost)}:${settings.endpointPort}/_lambdeck/health`;
  return { program, ready: waitForHealth(program, url, readyLimitMs) };
}

/** Starts the built console with the settings of this start, and more environment where a caller has it. */
export function startConsole(
  settings: Settings,
  server: string,
  extra: Readonly<Record<string, string>> = {},
): StartingProgram {
  const program = startProgram({
    name: 'The console',
    args: [server],
    // Next's own server knows its address by this name.
    env: { ...programEnvironment(settings), ...extra, NODE_ENV: 'production', HOSTNAME: settings.host },
    output: 'held',
  });
  const url = `http://${localHost(settings.host)}:${settings.port}/api/health`;
  return { program, ready: waitForHealth(program, url, readyLimitMs) };
}

/** Addresses as a person opens them. */
export function publicAddresses(settings: Settings): { console: string; endpoint: string } {
  return {
    console: `http://${addressHost(settings.host)}:${settings.port}`,
    endpoint: `http://${addressHost(settings.endpointHost)}:${settings.endpointPort}`,
  };
}
