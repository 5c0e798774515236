import {
  DeleteClientCertificateCommand,
  GenerateClientCertificateCommand,
  GetClientCertificateCommand,
  GetClientCertificatesCommand,
  GetTagsCommand,
  TagResourceCommand,
  UpdateClientCertificateCommand,
  UpdateStageCommand,
} from '@aws-sdk/client-api-gateway';
import { X509Certificate } from 'node:crypto';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { TLSSocket } from 'node:tls';
import { afterEach, expect, test, vi } from 'vitest';
import { makeSelfSignedCertificate } from '../../../services/self-signed-certificate.ts';
import { openRestPlane } from './harness.ts';

afterEach(() => void vi.unstubAllEnvs());

const present = (restApiId: string, value: string) =>
  new UpdateStageCommand({
    restApiId,
    stageName: 'dev',
    patchOperations: [{ op: 'replace', path: '/clientCertificateId', value }],
  });

test('a certificate is made for a year, listed, described, tagged and deleted, and keeps its key to itself', async () => {
  await using rest = await openRestPlane();
  const { client } = rest;
  const made = await client.send(
    new GenerateClientCertificateCommand({ description: 'shop', tags: { team: 'a' } }),
  );
  const { clientCertificateId = '', pemEncodedCertificate = '' } = made;
  const read = new X509Certificate(pemEncodedCertificate);
  expect(read.verify(read.publicKey)).toBe(true);
  expect(read.subject).toBe('CN=ApiGateway');
  expect(Date.parse(read.validFrom)).toBe(made.createdDate?.getTime());
  expect(Date.parse(read.validTo)).toBe(made.expirationDate?.getTime());
  expect(Number(made.expirationDate) - Number(made.createdDate)).toBe(365 * 86_400_000);
  expect(JSON.stringify(made)).not.toContain('PRIVATE KEY');
  const changed = await client.send(
    new UpdateClientCertificateCommand({
      clientCertificateId,
      patchOperations: [{ op: 'replace', path: '/description', value: 'store' }],
    }),
  );
  expect(changed).toMatchObject({ description: 'store', pemEncodedCertificate });
  const resourceArn = `arn:aws:apigateway:us-east-1::/clientcertificates/${clientCertificateId}`;
  await client.send(new TagResourceCommand({ resourceArn, tags: { kind: 'b' } }));
  expect((await client.send(new GetTagsCommand({ resourceArn }))).tags).toEqual({ team: 'a', kind: 'b' });
  const { items = [] } = await client.send(new GetClientCertificatesCommand({}));
  expect(items.map((one) => one.clientCertificateId)).toEqual([clientCertificateId]);
  await client.send(new DeleteClientCertificateCommand({ clientCertificateId }));
  await expect(client.send(new GetClientCertificateCommand({ clientCertificateId }))).rejects.toThrow(
    'Invalid Client Certificate identifier specified',
  );
});

test('a stage presents its certificate to back ends, and keeps it from being deleted', async () => {
  // The back end signs its own certificate; what is tested is ours.
  vi.stubEnv('NODE_TLS_REJECT_UNAUTHORIZED', '0');
  const own = makeSelfSignedCertificate({
    name: 'localhost',
    from: new Date(Date.now() - 86_400_000),
    until: new Date(Date.now() + 86_400_000),
    extensions: ['authority', 'localNames'],
  });
  const server = createServer(
    { ...own, requestCert: true, rejectUnauthorized: false },
    (request, response) => {
      const { raw } = (request.socket as TLSSocket).getPeerCertificate();
      response.end(raw ? new X509Certificate(raw).fingerprint256 : 'nobody');
    },
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    await using rest = await openRestPlane();
    const { client } = rest;
    const restApiId = await rest.createApi();
    const uri = `https://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    await rest.method(restApiId, '/b', 'GET', {
      integration: { type: 'HTTP_PROXY', integrationHttpMethod: 'GET', uri },
      responses: [],
    });
    await rest.deploy(restApiId);
    const told = async () => (await rest.call(restApiId, '/dev/b')).text;
    expect(await told()).toBe('nobody');
    const fingerprints: string[] = [];
    for (let count = 0; count < 2; count += 1) {
      const { clientCertificateId = '', pemEncodedCertificate = '' } = await client.send(
        new GenerateClientCertificateCommand({}),
      );
      await client.send(present(restApiId, clientCertificateId));
      const { fingerprint256 } = new X509Certificate(pemEncodedCertificate);
      expect(await told()).toBe(fingerprint256);
      fingerprints.push(fingerprint256);
      const remove = () => client.send(new DeleteClientCertificateCommand({ clientCertificateId }));
      await expect(remove()).rejects.toThrow(`it is used by ${restApiId}/dev`);
    }
    expect(new Set(fingerprints).size).toBe(2);
    await expect(client.send(present(restApiId, 'nosuch'))).rejects.toMatchObject({
      name: 'NotFoundException',
    });
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});
