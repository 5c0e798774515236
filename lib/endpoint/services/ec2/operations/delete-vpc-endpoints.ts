import type { DeleteVpcEndpointsRequest, DeleteVpcEndpointsResult } from '@aws-sdk/client-ec2';
import type { Given, Operation } from '../../service.ts';
import { notFound } from '../errors.ts';
import type { Ec2Parts } from '../parts.ts';

/** Those that are not there are told beside the others, which go. */
export function deleteVpcEndpoints({
  repository,
}: Ec2Parts): Operation<Given<DeleteVpcEndpointsRequest>, DeleteVpcEndpointsResult> {
  return (input, context) => {
    const failed = [];
    for (const id of new Set(input.VpcEndpointIds)) {
      const found = repository.find(context, 'endpoint', id);
      if (!found) {
        const { code, message } = notFound('endpoint', id);
        failed.push({ ResourceId: id, Error: { Code: code, Message: message } });
        continue;
      }
      for (const interfaceId of found.interfaceIds) repository.remove(context, 'interface', interfaceId);
      repository.remove(context, 'endpoint', id);
    }
    return { Unsuccessful: failed };
  };
}
