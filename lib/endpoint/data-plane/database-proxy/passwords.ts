import { createHash, createHmac, pbkdf2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

const stretch = promisify(pbkdf2);
const iterations = 4096;
/** More than this a server has no reason to ask for, and it would keep the machine busy. */
const iterationsMax = 1_000_000;

const hmac = (key: Buffer, text: string | Buffer) => createHmac('sha256', key).update(text).digest();
const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest();
const md5 = (...parts: (string | Buffer)[]) =>
  parts.reduce((hash, part) => hash.update(part), createHash('md5')).digest('hex');

function xor(a: Buffer, b: Buffer): Buffer {
  return Buffer.from(a.map((byte, index) => byte ^ (b[index] ?? 0)));
}

function isEqual(a: Buffer, b: Buffer): boolean {
  return a.length === b.length && timingSafeEqual(a, b);
}

/** What AuthenticationMD5Password wants to hear. */
export function md5Answer(user: string, password: string, salt: Buffer): string {
  return `md5${md5(md5(password, user), salt)}`;
}

export function isSameText(a: string, b: string): boolean {
  return isEqual(sha256(Buffer.from(a)), sha256(Buffer.from(b)));
}

function attributes(text: string): ReadonlyMap<string, string> {
  return new Map(text.split(',').map((part) => [part.slice(0, 1), part.slice(2)]));
}

/** RFC 5802 without channel binding, as a server. The password is known, so salt and keys are made for each client. */
export function scramServer(password: string) {
  const salt = randomBytes(16);
  let firstBare = '';
  let firstAnswer = '';
  let nonce = '';
  return {
    /** client-first to server-first; undefined for what is none. */
    first(text: string): string | undefined {
      const match = /^([ny]),[^,]*,(.*,r=([\x21-\x2b\x2d-\x7e]+).*)$/.exec(text);
      if (!match) return undefined;
      firstBare = match[2] ?? '';
      nonce = `${match[3] ?? ''}${randomBytes(18).toString('base64')}`;
      firstAnswer = `r=${nonce},s=${salt.toString('base64')},i=${iterations}`;
      return firstAnswer;
    },
    /** client-final to server-final; undefined when the password is another. */
    async final(text: string): Promise<string | undefined> {
      const given = attributes(text);
      if (given.get('r') !== nonce || nonce === '') return undefined;
      const salted = await stretch(password.normalize('NFKC'), salt, iterations, 32, 'sha256');
      const storedKey = sha256(hmac(salted, 'Client Key'));
      const signed = [firstBare, firstAnswer, text.slice(0, text.lastIndexOf(',p='))].join(',');
      const proof = Buffer.from(given.get('p') ?? '', 'base64');
      const clientKey = xor(proof, hmac(storedKey, signed));
      if (proof.length !== 32 || !isEqual(sha256(clientKey), storedKey)) return undefined;
      return `v=${hmac(hmac(salted, 'Server Key'), signed).toString('base64')}`;
    },
  };
}

/** The same as a client, which believes only a server that knows the password, too. */
export function scramClient(password: string) {
  const nonce = randomBytes(18).toString('base64');
  const firstBare = `n=,r=${nonce}`;
  let expected = '';
  return {
    first: `n,,${firstBare}`,
    async final(answer: string): Promise<string> {
      const given = attributes(answer);
      const [full = '', salt = '', count = ''] = [given.get('r'), given.get('s'), given.get('i')];
      if (
        !full.startsWith(nonce) ||
        full.length === nonce.length ||
        !(Number(count) > 0) ||
        Number(count) > iterationsMax
      )
        throw new Error('the database answered SCRAM in a way that cannot be');
      const salted = await stretch(
        password.normalize('NFKC'),
        Buffer.from(salt, 'base64'),
        Number(count),
        32,
        'sha256',
      );
      const clientKey = hmac(salted, 'Client Key');
      const bare = `c=biws,r=${full}`;
      const signed = [firstBare, answer, bare].join(',');
      expected = hmac(hmac(salted, 'Server Key'), signed).toString('base64');
      return `${bare},p=${xor(clientKey, hmac(sha256(clientKey), signed)).toString('base64')}`;
    },
    verify(answer: string): void {
      if (attributes(answer).get('v') !== expected)
        throw new Error('the database does not know the password itself');
    },
  };
}
