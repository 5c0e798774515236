import type { DeleteVpcLinkRequest } from '@aws-sdk/client-api-gateway';
import type { Given, Operation } from '../../service.ts';
import { assertUnused, findVpcLinkOrThrow } from '../vpc-links.ts';
import type { RestApiParts } from '../parts.ts';

export function deleteVpcLink(parts: RestApiParts): Operation<Given<DeleteVpcLinkRequest>, object> {
  return (input, context) => {
    parts.repository.transaction(() => {
      const { id } = findVpcLinkOrThrow(parts, context, input.vpcLinkId);
      assertUnused(parts, context, id);
      parts.items.vpcLinks.remove(context, id);
    });
    return {};
  };
}
