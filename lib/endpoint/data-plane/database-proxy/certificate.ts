import { makeSelfSignedCertificate, type Certificate } from '../../services/self-signed-certificate.ts';

export type { Certificate } from '../../services/self-signed-certificate.ts';

/** For `localhost` and 127.0.0.1; it never ends. */
export function makeCertificate(): Certificate {
  return makeSelfSignedCertificate({
    name: 'Lambdeck database proxies',
    from: new Date('2025-01-01T00:00:00Z'),
    until: new Date('9999-12-31T23:59:59Z'),
    extensions: ['authority', 'localNames'],
  });
}
