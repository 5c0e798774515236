import { promisify } from 'node:util';
import { deflate, gunzip, gzip, inflate } from 'node:zlib';
import type { Answer } from '../shared/answer.ts';
import { bytesOf } from './back-end.ts';
import { Refusal } from './refusal.ts';
import { headerOf, type RestCall } from './rest-call.ts';

const codings = {
  gzip: { pack: promisify(gzip), unpack: promisify(gunzip) },
  deflate: { pack: promisify(deflate), unpack: promisify(inflate) },
} as const;

const codingOf = (name: string | undefined): keyof typeof codings | undefined => {
  const lower = name?.trim().toLowerCase();
  return lower === 'gzip' || lower === 'deflate' ? lower : undefined;
};

/**
 * The call with its body out of the coding it came in, where the API compresses; other codings are the back end's. A
 * small body may become a large one, so what it becomes is limited too.
 */
export async function unpacked(call: RestCall, bytesMax: number): Promise<RestCall | Refusal> {
  const coding = codingOf(headerOf(call, 'content-encoding'));
  if (call.snapshot.settings.minimumCompressionSize === undefined || coding === undefined) return call;
  try {
    const body = await codings[coding].unpack(call.body, { maxOutputLength: bytesMax });
    const headers = new Map(call.headers);
    headers.delete('content-encoding');
    return { ...call, headers, body };
  } catch (error) {
    const isTooLarge =
      error instanceof RangeError && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    return new Refusal(isTooLarge ? 'REQUEST_TOO_LARGE' : 'BAD_REQUEST_BODY');
  }
}

/** An answer in a coding that its caller accepts, when the API compresses bodies of its size. */
export async function packed(call: RestCall, answer: Answer): Promise<Answer> {
  const { minimumCompressionSize: bytesMin } = call.snapshot.settings;
  if (bytesMin === undefined || 'content-encoding' in answer.headers) return answer;
  const coding = acceptedCoding(headerOf(call, 'accept-encoding') ?? '');
  const body = bytesOf(answer.body);
  if (coding === undefined || body.length === 0 || body.length < bytesMin) return answer;
  return {
    ...answer,
    headers: { ...answer.headers, 'content-encoding': coding },
    body: await codings[coding].pack(body),
  };
}

/** The first that is not ruled out by `q=0`; a star stands for gzip. */
function acceptedCoding(header: string): keyof typeof codings | undefined {
  for (const part of header.split(',')) {
    const [name = '', ...parameters] = part.split(';').map((piece) => piece.trim());
    if (parameters.some((parameter) => /^q=0(\.0*)?$/i.test(parameter))) continue;
    const coding = name === '*' ? 'gzip' : codingOf(name);
    if (coding !== undefined) return coding;
  }
  return undefined;
}
