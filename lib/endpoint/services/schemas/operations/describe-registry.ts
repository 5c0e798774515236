import type { DescribeRegistryRequest, DescribeRegistryResponse } from '@aws-sdk/client-schemas';
import type { Given, Operation } from '../../service.ts';
import { findRegistryOrThrow } from '../names.ts';
import { toRegistryView } from '../output.ts';
import type { SchemasParts } from '../parts.ts';

export function describeRegistry({
  repository,
}: SchemasParts): Operation<Given<DescribeRegistryRequest>, DescribeRegistryResponse> {
  return (input, context) => toRegistryView(findRegistryOrThrow(repository, input.RegistryName, context));
}
