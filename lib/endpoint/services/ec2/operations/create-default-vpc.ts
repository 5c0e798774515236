import type { CreateDefaultVpcRequest, CreateDefaultVpcResult } from '@aws-sdk/client-ec2';
import type { Given, Operation } from '../../service.ts';
import { makeDefaultVpc } from '../default-network.ts';
import { conflict } from '../errors.ts';
import { defaultVpc, findOrThrow } from '../finding.ts';
import { toVpc } from '../output.ts';
import type { Ec2Parts } from '../parts.ts';

export function createDefaultVpc(
  parts: Ec2Parts,
): Operation<Given<CreateDefaultVpcRequest>, CreateDefaultVpcResult> {
  return (_input, context) => {
    if (defaultVpc(parts, context))
      throw conflict(
        'DefaultVpcAlreadyExists',
        'A Default VPC already exists for this account in this region.',
      );
    return { Vpc: toVpc(findOrThrow(parts, context, 'vpc', makeDefaultVpc(parts, context))) };
  };
}
