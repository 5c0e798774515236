import { createSign, generateKeyPairSync, randomBytes } from 'node:crypto';

/** The little of ASN.1 (DER) that a certificate needs. */
function der(tag: number, ...parts: readonly Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  const { length } = content;
  const size =
    length < 128
      ? Buffer.from([length])
      : length < 256
        ? Buffer.from([0x81, length])
        : Buffer.from([0x82, length >> 8, length & 255]);
  return Buffer.concat([Buffer.from([tag]), size, content]);
}
const sequence = (...parts: readonly Buffer[]) => der(0x30, ...parts);
const oid = (hex: string) => der(0x06, Buffer.from(hex, 'hex'));
const bits = (bytes: Buffer) => der(0x03, Buffer.from([0]), bytes);
const octets = (...bytes: readonly Buffer[]) => der(0x04, ...bytes);
const yes = der(0x01, Buffer.from([255]));
const ecdsaWithSha256 = sequence(oid('2a8648ce3d040302'));

const extensions = {
  authority: sequence(oid('551d13'), yes, octets(sequence(yes))),
  /** `localhost` and 127.0.0.1. */
  localNames: sequence(
    oid('551d11'),
    octets(sequence(der(0x82, Buffer.from('localhost')), der(0x87, Buffer.from([127, 0, 0, 1])))),
  ),
  clientAuth: sequence(oid('551d25'), octets(sequence(oid('2b06010505070302')))),
};

/** As RFC 5280 wants them: two digits for years before 2050, four from then on. */
function time(date: Date): Buffer {
  const text = `${date.toISOString().replaceAll(/[-:T]|\.\d+/g, '')}`;
  return date.getUTCFullYear() < 2050 ? der(0x17, Buffer.from(text.slice(2))) : der(0x18, Buffer.from(text));
}

export interface Certificate {
  /** Both as PEM. */
  readonly key: string;
  readonly cert: string;
}

/** A certificate that signs itself (RFC 5280), with a new key on the curve P-256. */
export function makeSelfSignedCertificate(options: {
  readonly name: string;
  readonly from: Date;
  readonly until: Date;
  readonly extensions: readonly (keyof typeof extensions)[];
}): Certificate {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
  const serial = randomBytes(16);
  serial[0] = (serial[0] ?? 0) & 0x7f || 1;
  const name = sequence(der(0x31, sequence(oid('550403'), der(0x0c, Buffer.from(options.name)))));
  const body = sequence(
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, serial),
    ecdsaWithSha256,
    name,
    sequence(time(options.from), time(options.until)),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, sequence(...options.extensions.map((one) => extensions[one]))),
  );
  const signature = createSign('sha256').update(body).sign(privateKey);
  const whole = sequence(body, ecdsaWithSha256, bits(signature)).toString('base64');
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${whole.replace(/(.{64})/g, '$1\n').trimEnd()}\n-----END CERTIFICATE-----\n`,
  };
}
