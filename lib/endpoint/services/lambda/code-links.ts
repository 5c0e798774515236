import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Clock } from '../clock.ts';
import type { LambdaRepository } from './repository.ts';

/** Where this endpoint serves the archives that GetFunction links to. */
export const codeLinkPath = '/_lambdeck/code/';

const lifetimeMs = 10 * 60 * 1000;

export interface CodeLink {
  readonly blob: string;
  /** For the download's file name. */
  readonly functionName: string;
}

export type CodeLinkReading =
  { readonly kind: 'valid'; readonly link: CodeLink } | { readonly kind: 'expired' | 'forged' };

/** Links to code archives that need no credentials, as AWS's presigned ones: signed, and good for ten minutes. */
export interface CodeLinks {
  create(link: CodeLink, baseUrl: string): string;
  read(token: string): CodeLinkReading;
}

export function createCodeLinks(repository: LambdaRepository, clock: Clock): CodeLinks {
  const key = repository.secret('code-links', () => randomBytes(32));
  const sign = (body: string): Buffer => createHmac('sha256', key).update(body).digest();

  return {
    create(link, baseUrl) {
      const expires = clock.now() + lifetimeMs;
      const body = Buffer.from(JSON.stringify([link.blob, link.functionName, expires])).toString('base64url');
      return `${baseUrl}${codeLinkPath}${body}.${sign(body).toString('base64url')}`;
    },

    read(token) {
      const [body = '', signature = ''] = token.split('.');
      const given = Buffer.from(signature, 'base64url');
      const wanted = sign(body);
      if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) return { kind: 'forged' };
      // Signed by us, so of the shape we wrote.
      const [blob, functionName, expires] = JSON.parse(Buffer.from(body, 'base64url').toString()) as [
        string,
        string,
        number,
      ];
      return clock.now() > expires ? { kind: 'expired' } : { kind: 'valid', link: { blob, functionName } };
    },
  };
}
