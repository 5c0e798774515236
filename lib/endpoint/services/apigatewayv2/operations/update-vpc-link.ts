import type { UpdateVpcLinkRequest, UpdateVpcLinkResponse } from '@aws-sdk/client-apigatewayv2';
import type { Given, Operation } from '../../service.ts';
import type { HttpApiParts } from '../parts.ts';
import { checkName, findVpcLinkOrThrow, putVpcLink, showVpcLink } from '../vpc-links.ts';

/** Its name alone: subnets and security groups stay as they were made. */
export function updateVpcLink(
  parts: HttpApiParts,
): Operation<Given<UpdateVpcLinkRequest>, UpdateVpcLinkResponse> {
  return ({ VpcLinkId, Name }, context) =>
    parts.repository.transaction(() => {
      const before = findVpcLinkOrThrow(parts, context, VpcLinkId);
      const link = { ...before, ...(Name !== undefined && { Name: checkName(Name) }) };
      putVpcLink(parts, context, link);
      return showVpcLink(link);
    });
}
