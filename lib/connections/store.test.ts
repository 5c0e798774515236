import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { seal, unseal } from '@/lib/connections/secrets';
import {
  createConnection,
  deleteConnection,
  getConnectionOrThrow,
  listConnections,
  readConnectionSecrets,
  updateConnection,
} from '@/lib/connections/store';
import { db } from '@/lib/db/database';
import { loadSecretKey } from '@/lib/db/secret-key';

const folder = vi.hoisted(() => `${process.env['TMPDIR'] ?? '/tmp'}/lambdeck-connections-${process.pid}`);
vi.hoisted(() => {
  process.env['LAMBDECK_DATA'] = folder;
  process.env['LAMBDECK_CONNECTIONS'] = `${folder}/connections.json`;
});

fs.mkdirSync(folder, { recursive: true });
fs.writeFileSync(
  path.join(folder, 'connections.json'),
  JSON.stringify({
    connections: [
      {
        id: 'prod',
        name: 'Production',
        tone: 'production',
        region: 'eu-west-1',
        kind: 'profile',
        profile: 'p',
      },
      {
        id: 'keys',
        name: 'Keys',
        region: 'eu-west-1',
        kind: 'static-keys',
        accessKeyId: 'AKIA1',
        secretAccessKey: 's',
      },
    ],
  }),
);
afterAll(() => {
  fs.rmSync(folder, { recursive: true, force: true });
});

const mine = {
  id: 'mine',
  name: 'Mine',
  tone: 'shared' as const,
  region: 'us-east-1',
  settings: { kind: 'static-keys' as const, accessKeyId: 'AKIAEXAMPLE' },
};

describe('secrets at rest', () => {
  const key = randomBytes(32);
  it('opens with the same key and owner only', () => {
    const sealed = seal('hunter2', key, 'mine');
    expect(sealed).not.toContain('hunter2');
    expect(unseal(sealed, key, 'mine')).toBe('hunter2');
    expect(() => unseal(sealed, randomBytes(32), 'mine')).toThrow('cannot be decrypted');
    expect(() => unseal(sealed, key, 'other')).toThrow('cannot be decrypted');
    expect(seal('hunter2', key, 'mine')).not.toBe(sealed);
  });
  it('notices every changed byte', () => {
    const sealed = seal('hunter2', key, 'mine');
    for (let index = 3; index < sealed.length; index += 1) {
      const changed = sealed.slice(0, index) + (sealed[index] === 'A' ? 'B' : 'A') + sealed.slice(index + 1);
      const isSameBytes = changed
        .split('.')
        .every((part, at) =>
          Buffer.from(part, 'base64url').equals(Buffer.from(sealed.split('.')[at] ?? '', 'base64url')),
        );
      if (!isSameBytes) expect(() => unseal(changed, key, 'mine')).toThrow();
    }
  });
  it('keeps a random key that only the owner may read, and one key for each purpose', () => {
    const place = path.join(folder, 'key');
    const first = loadSecretKey(undefined, place, 'connection secrets v1');
    expect(loadSecretKey(undefined, place, 'connection secrets v1').equals(first)).toBe(true);
    expect(loadSecretKey(undefined, place, 'session cookies v1').equals(first)).toBe(false);
    expect(fs.statSync(path.join(place, 'secret.key')).mode & 0o777).toBe(0o600);
    expect(fs.readdirSync(place)).toEqual(['secret.key']);
    expect(loadSecretKey('an operator secret', place, 'connection secrets v1').equals(first)).toBe(false);
  });
});

describe('connections', () => {
  it("lists the local engine first, then the operator's", () => {
    expect(listConnections().map(({ id, origin }) => [id, origin])).toEqual([
      ['local', 'built-in'],
      ['prod', 'file'],
      ['keys', 'file'],
    ]);
    expect(readConnectionSecrets('keys')).toEqual({ secretAccessKey: 's' });
    expect(JSON.stringify(listConnections())).not.toContain('secretAccessKey');
  });
  it('stores keys encrypted, keeps them through an edit, and forgets them on delete', () => {
    createConnection(mine, { secretAccessKey: 'wJalrSecret', sessionToken: 'FwoToken' });
    expect(getConnectionOrThrow('mine')).toEqual({ ...mine, origin: 'console', version: 1 });
    const files = ['console.db', 'console.db-wal'].map((name) =>
      fs.readFileSync(path.join(folder, 'console', name), 'latin1'),
    );
    expect(files.join('')).toContain('AKIAEXAMPLE');
    expect(files.join('')).not.toContain('wJalrSecret');
    updateConnection({ ...mine, name: 'Renamed' }, undefined);
    expect(getConnectionOrThrow('mine')).toMatchObject({ name: 'Renamed', version: 2 });
    expect(readConnectionSecrets('mine')).toEqual({
      secretAccessKey: 'wJalrSecret',
      sessionToken: 'FwoToken',
    });
    deleteConnection('mine');
    expect(() => getConnectionOrThrow('mine')).toThrow('no connection mine');
    expect(db().statement('SELECT * FROM connections').all()).toEqual([]);
  });
  it.each(['local', 'prod'])('does not change or shadow %s', (id) => {
    expect(() => {
      createConnection({ ...mine, id }, undefined);
    }).toThrow('already');
    expect(() => {
      updateConnection({ ...mine, id }, undefined);
    }).toThrow(/cannot be changed|operator/);
    expect(() => {
      deleteConnection(id);
    }).toThrow(/cannot be changed|operator/);
  });
  it('keeps a connection that a role is assumed through', () => {
    createConnection(mine, undefined);
    createConnection(
      {
        ...mine,
        id: 'role',
        settings: {
          kind: 'assumed-role',
          sourceConnectionId: 'mine',
          roleArn: 'arn:aws:iam::000000000000:role/r',
        },
      },
      undefined,
    );
    expect(() => {
      deleteConnection('mine');
    }).toThrow('through this one');
    deleteConnection('role');
    deleteConnection('mine');
  });
});
