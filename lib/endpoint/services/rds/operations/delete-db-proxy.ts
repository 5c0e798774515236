import type { DeleteDBProxyRequest, DeleteDBProxyResponse } from '@aws-sdk/client-rds';
import type { Given, Operation } from '../../service.ts';
import type { RdsParts } from '../parts.ts';
import { findProxyOrThrow, proxyOutput } from '../proxies.ts';

/** Its clients are sent away. */
export function deleteDBProxy(
  parts: RdsParts,
): Operation<Given<DeleteDBProxyRequest>, DeleteDBProxyResponse> {
  const { repository } = parts;
  return async (input, context) => {
    const proxy = findProxyOrThrow(parts, context, input.DBProxyName);
    repository.transaction(() => repository.deleteProxy(proxy));
    parts.healths.delete(proxy.id);
    await parts.plane.current?.close(proxy.id);
    return { DBProxy: { ...proxyOutput(proxy), Status: 'deleting' } };
  };
}
