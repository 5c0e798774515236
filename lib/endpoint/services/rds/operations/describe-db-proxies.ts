import type { DescribeDBProxiesRequest, DescribeDBProxiesResponse } from '@aws-sdk/client-rds';
import type { Given, Operation } from '../../service.ts';
import type { RdsParts } from '../parts.ts';
import { findProxyOrThrow, proxyOutput } from '../proxies.ts';
import { pageOutput, readPage } from '../rules/input.ts';

export function describeDBProxies(
  parts: RdsParts,
): Operation<Given<DescribeDBProxiesRequest>, DescribeDBProxiesResponse> {
  return (input, context) => {
    const { DBProxyName: name } = input;
    if (name !== undefined) return { DBProxies: [proxyOutput(findProxyOrThrow(parts, context, name))] };
    const { size, after } = readPage(input);
    const found = parts.repository.pageOfProxies(context, { after, countMax: size + 1 });
    return { DBProxies: found.slice(0, size).map(proxyOutput), ...pageOutput(found, size) };
  };
}
