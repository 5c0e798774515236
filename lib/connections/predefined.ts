import 'server-only';
import fs from 'node:fs';
import * as z from 'zod';
import {
  ConnectionError,
  connectionFields,
  connectionSecrets,
  connectionSettings,
  type Connection,
  type ConnectionSecrets,
} from '@/lib/connections/connection';

const entry = connectionFields
  .partial({ tone: true })
  .extend({ secretAccessKey: z.string().optional(), sessionToken: z.string().optional() })
  .and(connectionSettings);
const file = z.object({ connections: z.array(entry).max(500) });

export interface PredefinedConnection {
  readonly connection: Connection;
  readonly secrets: ConnectionSecrets | undefined;
}

/** The connection to the endpoint inside; always there, and first. */
export const embeddedConnection: Connection = {
  id: 'local',
  name: 'Local engine',
  tone: 'local',
  region: 'us-east-1',
  settings: { kind: 'embedded' },
  origin: 'built-in',
  version: 1,
};

/** Any key is accepted by the endpoint inside, and stands for its account. */
export const embeddedSecrets = { accessKeyId: '000000000000', secretAccessKey: 'local' };

/**
 * Reads the operator's file. Throws a ConnectionError that names the file and the entry; it is read once
 * for each process, so a change takes effect at the next start.
 */
export function readPredefinedConnections(path: string): PredefinedConnection[] {
  const refused = (why: string) =>
    new ConnectionError('file-invalid', `The connections file ${path} cannot be used: ${why}.`);
  let json: unknown;
  try {
    json = JSON.parse(fs.readFileSync(path, 'utf8'));
  } catch (error) {
    throw refused(error instanceof SyntaxError ? 'it is not JSON' : 'it cannot be read');
  }
  const parsed = file.safeParse(json);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw refused(`${issue?.path.join('.')}: ${issue?.message}`);
  }
  const seen = new Set<string>([embeddedConnection.id]);
  return parsed.data.connections.map((item) => {
    if (seen.has(item.id)) throw refused(`the id ${item.id} is used twice`);
    seen.add(item.id);
    const { id, name, tone = 'shared', region, secretAccessKey, sessionToken, ...settings } = item;
    const secrets = connectionSecrets.safeParse({ secretAccessKey, sessionToken });
    return {
      connection: { id, name, tone, region, settings, origin: 'file', version: 1 },
      secrets: secrets.success ? secrets.data : undefined,
    };
  });
}
