import { parseArn } from '../../../shared/arn.ts';
import { invalidValue, proxyNotFound } from './errors.ts';
import { findInstanceOrThrow } from './instances.ts';
import type { RdsParts } from './parts.ts';
import { applyProxy } from './proxies.ts';
import type { RdsPlace, Tags } from './records.ts';
import { readAddress } from './rules/address.ts';

export interface Tagged {
  readonly tags: Tags;
  put(tags: Tags): Promise<void>;
}

/** What an ARN in a call about tags means: a DB instance or a proxy of the caller's. */
export function findTaggedOrThrow(parts: RdsParts, place: RdsPlace, arn: string): Tagged {
  const parsed = parseArn(arn);
  const [kind, id = ''] = (parsed?.resource ?? '').split(/:(.*)/s);
  const isHere =
    parsed?.account === place.accountId && parsed.region === place.region && parsed.service === 'rds';
  if (!isHere || (kind !== 'db' && kind !== 'db-proxy'))
    throw invalidValue(
      `Invalid resource name: ${arn.slice(0, 200)}. DB instances and proxies have tags here.`,
    );
  return kind === 'db' ? taggedInstance(parts, place, id) : taggedProxy(parts, place, id);
}

function taggedInstance(parts: RdsParts, place: RdsPlace, name: string): Tagged {
  const instance = findInstanceOrThrow(parts, place, name);
  return {
    tags: instance.tags,
    async put(tags) {
      // The address is one of them: it must stay one, and proxies follow it.
      readAddress(tags);
      parts.repository.transaction(() => parts.repository.putInstance({ ...instance, tags }));
      const proxies = parts.repository.pageOfProxies(place, { after: '', countMax: 100 });
      for (const proxy of proxies) if (proxy.target === instance.name) await applyProxy(parts, proxy);
    },
  };
}

function taggedProxy({ repository }: RdsParts, place: RdsPlace, id: string): Tagged {
  const proxy = repository.findProxyById(place, id);
  if (!proxy) throw proxyNotFound(id);
  return {
    tags: proxy.tags,
    put: (tags) => Promise.resolve(repository.transaction(() => repository.putProxy({ ...proxy, tags }))),
  };
}
