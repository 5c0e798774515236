import { LRUCache } from 'lru-cache';
import type { Answer } from '../shared/answer.ts';
import { methodSetting } from './method-settings.ts';
import { mapParameters } from './map-parameters.ts';
import { sourceText } from './parameter-sources.ts';
import { Refusal } from './refusal.ts';
import { headerOf, type IntegratedCall } from './rest-call.ts';

const entryBytesMax = 1_048_576;
/** Of all stages together: this machine's memory stands for clusters of any size. */
const cacheBytesMax = 64 * entryBytesMax;
const ignored = '199 Cache-control headers were ignored because the caller was unauthorized.';

export const cachePrefix = (apiId: string, stageName: string): string => `${apiId}/${stageName}/`;

/** Answers of stages that have a cache. Headers of back ends such as `cache-control` do not matter to it. */
export function createStageCache(now: () => number) {
  const kept = new LRUCache<string, Answer>({
    maxSize: cacheBytesMax,
    sizeCalculation: (answer) => answer.body.length + JSON.stringify(answer.headers).length + 1,
    perf: { now },
    ttlResolution: 0,
  });

  async function around(
    call: IntegratedCall,
    work: () => Promise<Answer | Refusal>,
  ): Promise<Answer | Refusal> {
    const setting = methodSetting(call);
    const ttl = setting.cacheTtlInSeconds ?? 300;
    if (!isCached(call) || ttl <= 0) return work();
    const key = keyOf(call);
    const wantsFresh = /\bmax-age=0\b/.test(headerOf(call, 'cache-control') ?? '');
    const mayInvalidate =
      setting.requireAuthorizationForCacheControl === false || call.learned.iam !== undefined;
    const strategy = setting.unauthorizedCacheControlHeaderStrategy ?? 'SUCCEED_WITH_RESPONSE_HEADER';
    const isRefused = wantsFresh && !mayInvalidate;
    if (isRefused && strategy === 'FAIL_WITH_403') return new Refusal('ACCESS_DENIED');
    if (wantsFresh && mayInvalidate) kept.delete(key);
    const known = kept.get(key);
    call.learned.cache = known ? 'hit' : 'miss';
    const result = known ?? (await work());
    if (result instanceof Refusal) return result;
    const isSuccess = result.status >= 200 && result.status < 300;
    if (!known && isSuccess && result.body.length <= entryBytesMax)
      kept.set(key, result, { ttl: ttl * 1000 });
    return isRefused && strategy === 'SUCCEED_WITH_RESPONSE_HEADER'
      ? { ...result, headers: { ...result.headers, warning: ignored } }
      : result;
  }

  return { around, kept };
}

/** GET by the settings for all methods; other verbs by their own alone. */
function isCached(call: IntegratedCall): boolean {
  const { stage } = call;
  if (stage?.cacheClusterEnabled !== true || call.integration.responseTransferMode === 'STREAM') return false;
  if (call.isCanary && stage.canarySettings?.useStageCache !== true) return false;
  const own = stage.methodSettings?.[`${call.resource.path.slice(1)}/${call.methodRecord.httpMethod}`];
  if (own) return own.cachingEnabled === true;
  return call.method === 'GET' && methodSetting(call).cachingEnabled === true;
}

/** The method and the values of the parameters that its integration names; all requests share one without any. */
function keyOf(call: IntegratedCall): string {
  const { cacheKeyParameters = [], cacheNamespace = call.resource.id } = call.integration;
  const mapped = mapParameters(call);
  const values = cacheKeyParameters.map((name) => {
    const [, place = '', own = ''] =
      /^integration\.request\.(path|querystring|header)\.(.+)$/.exec(name) ?? [];
    if (place === '') return sourceText(call, name) ?? null;
    return mapped instanceof Refusal
      ? null
      : (mapped[place as 'path'].get(place === 'header' ? own.toLowerCase() : own) ?? null);
  });
  // What the caller accepts chooses among templates, so it is part of what was answered.
  const accepted = headerOf(call, 'accept') ?? '';
  const identity = JSON.stringify([call.deploymentId, cacheNamespace, call.method, accepted, ...values]);
  return `${cachePrefix(call.apiId, call.stageName)}${identity}`;
}
