import fs from 'node:fs';
import http from 'node:http';
import https from 'node:https';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { ListFunctionsCommand } from '@aws-sdk/client-lambda';
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { awsForConnection } from '@/lib/aws/clients';
import type { Connection, ConnectionSettings } from '@/lib/connections/connection';

vi.mock('@/lib/auth/guard', () => ({ findUser: () => Promise.resolve(undefined) }));

const folder = vi.hoisted(() => {
  const made = `${process.env['TMPDIR'] ?? '/tmp'}/lambdeck-connection-kinds-${process.pid}`;
  process.env['LAMBDECK_DATA'] = made;
  process.env['LAMBDECK_CONNECTIONS'] = `${made}/connections.json`;
  return made;
});

// An authority for this test and nothing else: its key is public, as everything here.
const authority = `-----BEGIN CERTIFICATE-----
MIIBqzCCAVKgAwIBAgIUFNOVJqJkMjSf2qihrHa/JVXDxpMwCgYIKoZIzj0EAwIw
IjEgMB4GA1UEAwwXTGFtYmRlY2sgdGVzdCBhdXRob3JpdHkwIBcNMjYxMTI3MTkz
NjQ4WhgPMjEyNjExMDMxOTM2NDhaMCIxIDAeBgNVBAMMF0xhbWJkZWNrIHRlc3Qg
YXV0aG9yaXR5MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE3fAWYRipByePID/b
ewBOO+PL7I1slpzC57Zs9R6oDSeny/gdmfhkHRxKmdSd3iUXVxY7iHxE8bF6dnC+
FmnZoaNkMGIwHQYDVR0OBBYEFFd+r6tI4LTUeRaRb1OoRGtYwfu0MB8GA1UdIwQY
MBaAFFd+r6tI4LTUeRaRb1OoRGtYwfu0MA8GA1UdEwEB/wQFMAMBAf8wDwYDVR0R
BAgwBocEfwAAATAKBggqhkjOPQQDAgNHADBEAiB/k7vlC2II0Zb9S/R3jF3Jnvw4
2znHDHfhjwoP9oexxAIgTaOcWsQC4Q5CoTuEdFnCOkNGir7NrVeY9VhB0bGcca4=
-----END CERTIFICATE-----
`;
const authorityKey = `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgUYmeWHPAzHh7+sGn
HMA2F+Lh99t01hqFUTj4mvbM/4yhRANCAATd8BZhGKkHJ48gP9t7AE4748vsjWyW
nMLntmz1HqgNJ6fL+B2Z+GQdHEqZ1J3eJRdXFjuIfETxsXp2cL4Wadmh
-----END PRIVATE KEY-----
`;

interface Seen {
  readonly accessKeyId: string | undefined;
  readonly sessionToken: string | undefined;
  readonly body: string;
}
const seen: Seen[] = [];

/** Stands for AWS: keeps who asked, gives a session to who assumes a role, and has no functions. */
const answer: http.RequestListener = (request, response) => {
  let body = '';
  request.on('data', (part: Buffer) => (body += part.toString()));
  request.on('end', () => {
    seen.push({
      accessKeyId: /Credential=(\w+)\//.exec(request.headers.authorization ?? '')?.[1],
      sessionToken: request.headers['x-amz-security-token']?.toString(),
      body,
    });
    if (!body.includes('Action=AssumeRole')) {
      response.writeHead(200, { 'content-type': 'application/json' }).end('{"Functions":[]}');
      return;
    }
    response
      .writeHead(200, { 'content-type': 'text/xml' })
      .end(
        '<AssumeRoleResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><AssumeRoleResult><Credentials>' +
          '<AccessKeyId>ASIASESSION</AccessKeyId><SecretAccessKey>of-session</SecretAccessKey>' +
          `<SessionToken>token-of-session</SessionToken><Expiration>${new Date(Date.now() + 3_600_000).toISOString()}</Expiration>` +
          '</Credentials></AssumeRoleResult></AssumeRoleResponse>',
      );
  });
};
const plain = http.createServer(answer);
const secure = https.createServer({ cert: authority, key: authorityKey }, answer);
const listen = async (server: http.Server | https.Server, scheme: string) => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `${scheme}://127.0.0.1:${(server.address() as AddressInfo).port}`;
};
const plainUrl = await listen(plain, 'http');
const secureUrl = await listen(secure, 'https');

fs.mkdirSync(folder, { recursive: true });
const file = (name: string, text: string) => {
  fs.writeFileSync(path.join(folder, name), text);
  return path.join(folder, name);
};
const source = { id: 'source', name: 'Source', region: 'us-east-1', kind: 'custom-endpoint' };
file(
  'connections.json',
  JSON.stringify({
    connections: [
      { ...source, endpointUrl: plainUrl, accessKeyId: 'AKIASOURCE', secretAccessKey: 'of-source' },
      {
        id: 'circle',
        name: 'Circle',
        region: 'us-east-1',
        kind: 'assumed-role',
        sourceConnectionId: 'circle',
        roleArn: 'arn:aws:iam::123456789012:role/deploy',
      },
    ],
  }),
);
const keysFile = file(
  'credentials',
  '[demo]\naws_access_key_id = AKIAPROFILE\naws_secret_access_key = of-profile\n',
);
const profilesFile = file(
  'config',
  `[profile demo]\nendpoint_url = ${plainUrl}\n[profile split]\nservices = local\n` +
    `[services local]\nlambda =\n  endpoint_url = ${plainUrl}\n`,
);

beforeEach(() => {
  seen.length = 0;
  vi.unstubAllEnvs();
  vi.stubEnv('AWS_SHARED_CREDENTIALS_FILE', keysFile);
  vi.stubEnv('AWS_CONFIG_FILE', profilesFile);
});
afterAll(async () => {
  vi.unstubAllEnvs();
  plain.closeAllConnections();
  secure.closeAllConnections();
  await Promise.all([plain, secure].map((server) => new Promise((resolve) => server.close(resolve))));
  fs.rmSync(folder, { recursive: true, force: true });
});

async function listFunctions(settings: ConnectionSettings, typed?: { secretAccessKey: string }) {
  const connection: Connection = {
    id: 'tried',
    name: 'Tried',
    tone: 'shared',
    region: 'us-east-1',
    origin: 'file',
    version: 1,
    settings,
  };
  const aws = await awsForConnection(connection, 'mia@example.com', typed);
  return aws.lambda.send(new ListFunctionsCommand({}));
}

it('the default chain takes keys and address from the environment', async () => {
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'AKIAENVIRONMENT');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'of-environment');
  vi.stubEnv('AWS_ENDPOINT_URL', plainUrl);
  await listFunctions({ kind: 'default-chain' });
  expect(seen).toEqual([{ accessKeyId: 'AKIAENVIRONMENT', sessionToken: undefined, body: '' }]);
});

it("a profile takes keys and address from the user's files", async () => {
  await listFunctions({ kind: 'profile', profile: 'demo' });
  expect(seen).toEqual([{ accessKeyId: 'AKIAPROFILE', sessionToken: undefined, body: '' }]);
});

it('a profile that is not there is an error that names it', async () => {
  await expect(listFunctions({ kind: 'profile', profile: 'absent' })).rejects.toThrow(/absent/);
  expect(seen).toEqual([]);
});

it('a profile with an address for each service is refused, not sent to AWS', async () => {
  const split = listFunctions({ kind: 'profile', profile: 'split' });
  await expect(split).rejects.toMatchObject({ reason: 'address-refused' });
});

describe('an assumed role', () => {
  it("is assumed with its source's keys, in the user's name, and used where the source is", async () => {
    await listFunctions({
      kind: 'assumed-role',
      sourceConnectionId: 'source',
      roleArn: 'arn:aws:iam::123456789012:role/deploy',
      externalId: 'of-customer',
    });
    const [assume, list] = seen;
    expect(assume?.accessKeyId).toBe('AKIASOURCE');
    expect(Object.fromEntries(new URLSearchParams(assume?.body))).toMatchObject({
      RoleArn: 'arn:aws:iam::123456789012:role/deploy',
      RoleSessionName: 'lambdeck-mia@example.com',
      ExternalId: 'of-customer',
    });
    expect(list).toEqual({ accessKeyId: 'ASIASESSION', sessionToken: 'token-of-session', body: '' });
  });

  it('through itself is refused', async () => {
    const settings = {
      kind: 'assumed-role',
      sourceConnectionId: 'circle',
      roleArn: 'arn:aws:iam::123456789012:role/deploy',
    } as const;
    await expect(listFunctions(settings)).rejects.toMatchObject({ reason: 'source-loop' });
  });
});

describe('an endpoint with a certificate of its own authority', () => {
  const settings = { kind: 'custom-endpoint', endpointUrl: secureUrl, accessKeyId: 'AKIASECURE' } as const;

  it('is trusted by a connection that knows the authority', async () => {
    await listFunctions({ ...settings, certificateAuthority: authority }, { secretAccessKey: 'of-secure' });
    expect(seen.map(({ accessKeyId }) => accessKeyId)).toEqual(['AKIASECURE']);
  });

  it('is not trusted otherwise', async () => {
    await expect(listFunctions(settings, { secretAccessKey: 'of-secure' })).rejects.toThrow(/certificate/);
    expect(seen).toEqual([]);
  });
});
