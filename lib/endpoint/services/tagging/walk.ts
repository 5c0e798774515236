import { ServiceError } from '../../errors.ts';
import type { RequestContext } from '../service.ts';
import { tokenExpired } from './errors.ts';
import type { TaggingParts } from './parts.ts';
import type { TagSource, Tags } from './sources/source.ts';

export interface Tagged {
  readonly arn: string;
  readonly tags: Tags;
  /** Where a walk goes on behind this one; undefined behind the last. */
  readonly next: string | undefined;
}

/** The kind of resource, the token of its service's page, and how many of that page lie behind us. */
interface Position {
  readonly type: string;
  readonly token?: string | undefined;
  readonly skip: number;
}

/**
 * All resources of the wanted kinds with their tags, kind by kind and a page at a time, from a token on. What has no tags
 * comes too. The loop of the process is left free between pages.
 */
export async function* walkTagged(
  parts: TaggingParts,
  context: RequestContext,
  wanted: readonly TagSource[],
  from: string | undefined,
): AsyncGenerator<Tagged> {
  const start = from === undefined ? undefined : readPosition(from);
  const first = start ? wanted.findIndex(({ type }) => type === start.type) : 0;
  if (first === -1) throw tokenExpired();
  let { token, skip } = start ?? { token: undefined, skip: 0 };
  for (const [index, source] of wanted.entries()) {
    if (index < first) continue;
    const call = parts.callOf(source, context);
    do {
      const page = await source.list(call, context, token);
      const behind =
        page.next !== undefined ? { type: source.type, token: page.next, skip: 0 } : follower(wanted, index);
      for (const [place, arn] of page.arns.entries()) {
        if (place < skip) continue;
        const tags = await source.read(call, arn).catch(unlessGone);
        const here = { type: source.type, token, skip: place + 1 };
        const next = place + 1 < page.arns.length ? here : behind;
        if (tags) yield { arn, tags, next: next && writePosition(next) };
      }
      token = page.next;
      skip = 0;
      await new Promise(setImmediate);
    } while (token !== undefined);
  }
}

function follower(wanted: readonly TagSource[], index: number): Position | undefined {
  const source = wanted[index + 1];
  return source && { type: source.type, skip: 0 };
}

/** Deleted between the list and the question. */
function unlessGone(error: unknown): undefined {
  if (
    error instanceof ServiceError &&
    (error.status === 404 || /NotFound|NonExistent|InvalidResourceId/.test(error.code))
  )
    return undefined;
  throw error;
}

function writePosition(position: Position): string {
  return Buffer.from(JSON.stringify(position)).toString('base64url');
}

function readPosition(text: string): Position {
  try {
    const { type, token, skip } = JSON.parse(Buffer.from(text, 'base64url').toString()) as Record<
      string,
      unknown
    >;
    const isToken = token === undefined || typeof token === 'string';
    if (typeof type === 'string' && isToken && Number.isSafeInteger(skip))
      return { type, token, skip: Number(skip) };
  } catch {
    // Not one of ours.
  }
  throw tokenExpired();
}
