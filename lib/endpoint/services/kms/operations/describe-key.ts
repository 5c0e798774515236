import type { DescribeKeyRequest, DescribeKeyResponse } from '@aws-sdk/client-kms';
import type { Given, Operation } from '../../service.ts';
import { keyMetadata } from '../key-metadata.ts';
import { findKeyOrThrow } from '../keys.ts';
import type { KmsParts } from '../parts.ts';
import { assertOffered } from '../rules.ts';

export function describeKey(parts: KmsParts): Operation<Given<DescribeKeyRequest>, DescribeKeyResponse> {
  return (input, context) => {
    assertOffered(input);
    return { KeyMetadata: keyMetadata(parts, findKeyOrThrow(parts, input.KeyId, context)) };
  };
}
