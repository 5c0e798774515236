import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Stage, StageWorker } from '../../e2e/fixtures/stage.ts';
import { findFreePort } from './addresses.ts';
import { startConsole } from './programs.ts';
import { readSettings, type Settings } from './settings.ts';
import type { RunningProgram } from './supervisor.ts';
import { testClient } from './test-issuer.ts';

/** A connection under test: an address that speaks AWS's APIs, ours or somebody else's. */
export interface StageConnection {
  readonly id: string;
  readonly endpointUrl: string;
  readonly accessKeyId: string;
  /** Where tests put a proxy in front of it that misbehaves; a connection of its own in the console. */
  readonly faultyUrl?: string;
}

export interface OpenStage {
  readonly stage: Stage;
  /** Where `stage` is written, for the tests to read. */
  readonly file: string;
  close(): Promise<void>;
}

const adminPassword = 'correct horse battery staple';

/**
 * Starts what a browser run needs besides its endpoints: a console on a free port with a throw-away folder that
 * knows the connections, and, when asked for, a second one that wants a sign-in.
 */
export async function openStage(options: {
  readonly server: string;
  readonly connections: readonly StageConnection[];
  readonly hasGuardedConsole: boolean;
  readonly endpointBundle?: string;
}): Promise<OpenStage> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'lambdeck-e2e-'));
  const connectionsFile = path.join(folder, 'connections.json');
  await writeFile(connectionsFile, JSON.stringify({ connections: options.connections.flatMap(predefined) }));
  const programs: RunningProgram[] = [];
  const close = async () => {
    await Promise.all(programs.map((program) => program.stop()));
    await rm(folder, { recursive: true, force: true });
  };
  const start = async (name: string, extra: Readonly<Record<string, string>>) => {
    const settings = await stageSettings({ folder: path.join(folder, name), connectionsFile, extra });
    const { program, ready } = startConsole(settings, options.server, extra);
    programs.push(program);
    await ready;
    return `http://127.0.0.1:${settings.port}`;
  };
  try {
    const consoleUrl = await start('console', {});
    const issuerUrl = `http://127.0.0.1:${await findFreePort()}`;
    const guarded = options.hasGuardedConsole
      ? { adminPassword, issuerUrl, guardedConsoleUrl: await start('guarded', guardedSettings(issuerUrl)) }
      : {};
    const workers = options.connections.map(({ id, endpointUrl, accessKeyId, faultyUrl }): StageWorker => ({
      connectionId: id,
      endpointUrl,
      accessKeyId,
      ...(faultyUrl === undefined ? {} : { faulty: { connectionId: faultyId(id), url: faultyUrl } }),
    }));
    const stage: Stage = { consoleUrl, ...guarded, workers, endpointBundle: options.endpointBundle, folder };
    const file = path.join(folder, 'stage.json');
    await writeFile(file, JSON.stringify(stage));
    return { stage, file, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** A console that asks who somebody is: the local administrator, and the people of a provider for tests. */
const guardedSettings = (issuerUrl: string) => ({
  LAMBDECK_ADMIN_PASSWORD: adminPassword,
  LAMBDECK_OIDC_ISSUER: issuerUrl,
  LAMBDECK_OIDC_CLIENT_ID: testClient.id,
  LAMBDECK_OIDC_CLIENT_SECRET: testClient.secret,
  LAMBDECK_OIDC_NAME: 'Acme SSO',
  LAMBDECK_OIDC_ROLES: 'operators=admin,engineers=developer',
});

const faultyId = (id: string) => `${id}-faulty`;

function predefined(connection: StageConnection): Record<string, string>[] {
  const { id, endpointUrl, accessKeyId, faultyUrl } = connection;
  const one = (name: string, url: string) => ({
    id: name,
    name,
    tone: 'local',
    region: 'us-east-1',
    kind: 'custom-endpoint',
    endpointUrl: url,
    accessKeyId,
    secretAccessKey: 'test',
  });
  return [one(id, endpointUrl), ...(faultyUrl === undefined ? [] : [one(faultyId(id), faultyUrl)])];
}

async function stageSettings(options: {
  folder: string;
  connectionsFile: string;
  extra: Readonly<Record<string, string>>;
}): Promise<Settings> {
  return readSettings({
    ...options.extra,
    HOST: '127.0.0.1',
    PORT: String(await findFreePort()),
    LAMBDECK_ENDPOINT_PORT: String(await findFreePort()),
    LAMBDECK_DATA: options.folder,
    LAMBDECK_CONNECTIONS: options.connectionsFile,
  });
}
