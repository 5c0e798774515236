import 'server-only';
import path from 'node:path';
import { getConfig } from '@/lib/config';
import {
  ConnectionError,
  connectionSecrets,
  connectionSettings,
  type Connection,
  type ConnectionSecrets,
} from '@/lib/connections/connection';
import {
  embeddedConnection,
  readPredefinedConnections,
  type PredefinedConnection,
} from '@/lib/connections/predefined';
import { seal, unseal } from '@/lib/connections/secrets';
import { connectionTones } from '@/lib/domain/connection';
import { db, type SqlRow } from '@/lib/db/database';
import { loadSecretKey } from '@/lib/db/secret-key';

interface ConnectionRow extends SqlRow {
  id: string;
  name: string;
  tone: string;
  region: string;
  settings: string;
  secrets: string | null;
  version: number;
}

const connectionsMax = 200;
let secretKey: Buffer | undefined;
let predefined: readonly PredefinedConnection[] | undefined;

function key(): Buffer {
  const config = getConfig();
  secretKey ??= loadSecretKey(config.secret, path.dirname(config.databasePath), 'connection secrets v1');
  return secretKey;
}

function predefinedConnections(): readonly PredefinedConnection[] {
  const file = getConfig().connectionsFile;
  predefined ??= file === undefined ? [] : readPredefinedConnections(file);
  return predefined;
}

function fromRow(row: ConnectionRow): Connection {
  return {
    id: row.id,
    name: row.name,
    tone: connectionTones.find((tone) => tone === row.tone) ?? 'shared',
    region: row.region,
    settings: connectionSettings.parse(JSON.parse(row.settings)),
    origin: 'console',
    version: row.version,
  };
}

const rowOf = (id: string) =>
  db().statement<ConnectionRow>('SELECT * FROM connections WHERE id = :id').get({ id });

/** All connections: the built-in one, the operator's, then those made in the console by name. */
export function listConnections(): Connection[] {
  const rows = db()
    .statement<ConnectionRow>('SELECT * FROM connections ORDER BY name COLLATE NOCASE, id')
    .all();
  return [
    embeddedConnection,
    ...predefinedConnections().map((entry) => entry.connection),
    ...rows.map(fromRow),
  ];
}

/** Throws a ConnectionError `not-found`. */
export function getConnectionOrThrow(id: string): Connection {
  if (id === embeddedConnection.id) return embeddedConnection;
  const fixed = predefinedConnections().find((entry) => entry.connection.id === id);
  if (fixed) return fixed.connection;
  const row = rowOf(id);
  if (!row) throw new ConnectionError('not-found', `There is no connection ${id}.`);
  return fromRow(row);
}

/** The keys of a connection, for the rooms that make clients. Never handed to a page. */
export function readConnectionSecrets(id: string): ConnectionSecrets | undefined {
  const fixed = predefinedConnections().find((entry) => entry.connection.id === id);
  if (fixed) return fixed.secrets;
  const sealed = rowOf(id)?.secrets;
  if (sealed === undefined || sealed === null) return undefined;
  return connectionSecrets.parse(JSON.parse(unseal(sealed, key(), id)));
}

type NewConnection = Omit<Connection, 'origin' | 'version'>;

/** Adds a connection; throws a ConnectionError `exists` when the id is taken. */
export function createConnection(connection: NewConnection, secrets: ConnectionSecrets | undefined): void {
  db().transaction(() => {
    const all = listConnections();
    if (all.some((other) => other.id === connection.id)) {
      throw new ConnectionError('exists', `There is a connection ${connection.id} already.`);
    }
    if (all.length >= connectionsMax) {
      throw new ConnectionError('exists', `There are ${connectionsMax} connections; delete one first.`);
    }
    const now = new Date().toISOString();
    db()
      .statement(
        'INSERT INTO connections VALUES (:id, :name, :tone, :region, :settings, :secrets, 1, :now, :now)',
      )
      .run({ ...columns(connection), secrets: sealed(connection.id, secrets), now });
  });
}

/** Replaces a connection made in the console. Without `secrets` the stored ones stay. */
export function updateConnection(connection: NewConnection, secrets: ConnectionSecrets | undefined): void {
  assertChangeable(connection.id);
  db()
    .statement(
      `UPDATE connections SET name = :name, tone = :tone, region = :region, settings = :settings,
         secrets = COALESCE(:secrets, secrets), version = version + 1, updated_at = :now WHERE id = :id`,
    )
    .run({
      ...columns(connection),
      secrets: sealed(connection.id, secrets),
      now: new Date().toISOString(),
    });
}

/** Deletes a connection and its keys; refused while another one assumes its role through it. */
export function deleteConnection(id: string): void {
  assertChangeable(id);
  const user = listConnections().find(
    (other) => other.settings.kind === 'assumed-role' && other.settings.sourceConnectionId === id,
  );
  if (user) {
    throw new ConnectionError('exists', `Connection ${user.name} gets its role through this one.`);
  }
  db().statement('DELETE FROM connections WHERE id = :id').run({ id });
}

/** Throws when the connection is missing, built in, or of the operator's file. */
export function assertChangeable(id: string): void {
  const { origin } = getConnectionOrThrow(id);
  if (origin === 'console') return;
  throw new ConnectionError(
    'read-only',
    origin === 'built-in'
      ? 'The connection to the local engine is part of Lambdeck and cannot be changed.'
      : 'This connection comes from the connections file of the operator; change it there.',
  );
}

const columns = (connection: NewConnection) => ({
  id: connection.id,
  name: connection.name,
  tone: connection.tone,
  region: connection.region,
  settings: JSON.stringify(connection.settings),
});

const sealed = (id: string, secrets: ConnectionSecrets | undefined) =>
  secrets ? seal(JSON.stringify(secrets), key(), id) : null;
