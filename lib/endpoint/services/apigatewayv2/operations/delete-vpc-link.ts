import type { DeleteVpcLinkRequest } from '@aws-sdk/client-apigatewayv2';
import type { Given, Operation } from '../../service.ts';
import type { HttpApiParts } from '../parts.ts';
import { assertUnused, findVpcLinkOrThrow } from '../vpc-links.ts';

export function deleteVpcLink(parts: HttpApiParts): Operation<Given<DeleteVpcLinkRequest>, object> {
  return (input, context) => {
    parts.repository.transaction(() => {
      const { VpcLinkId } = findVpcLinkOrThrow(parts, context, input.VpcLinkId);
      assertUnused(parts, context, VpcLinkId);
      parts.vpcLinks.remove(context, VpcLinkId);
    });
    return {};
  };
}
