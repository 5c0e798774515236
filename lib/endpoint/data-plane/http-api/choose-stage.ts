import type { PublishedApi, PublishedStage } from '../../services/apigatewayv2/index.ts';

export interface ChosenStage {
  readonly stage: PublishedStage;
  /** Decoded, without the stage: what routes are compared with. */
  readonly routePath: string;
  /** Decoded, with the stage unless it is `$default`: what events show. */
  readonly shownPath: string;
  /** As sent, without the stage. */
  readonly sentPath: string;
}

/**
 * A first segment that names a stage is that stage's; everything else is `$default`'s, whose name may be written out
 * as well. Undefined when there is none; `malformed` for a path that is no percent-encoded UTF-8.
 */
export function chooseStage(api: PublishedApi, path: string): ChosenStage | 'malformed' | undefined {
  const slash = path.indexOf('/', 1);
  const first = decode(slash === -1 ? path.slice(1) : path.slice(1, slash));
  const decoded = decode(path);
  if (first === undefined || decoded === undefined) return 'malformed';
  const rest = slash === -1 ? '/' : path.slice(slash);
  const named = api.stages.get(first);
  if (named) {
    const routePath = decode(rest) ?? rest;
    const shownPath = first === '$default' ? routePath : decoded;
    return { stage: named, routePath, shownPath, sentPath: rest };
  }
  const stage = api.stages.get('$default');
  return stage && { stage, routePath: decoded, shownPath: decoded, sentPath: path };
}

function decode(text: string): string | undefined {
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
