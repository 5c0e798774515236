import type { UpdateVpcLinkRequest, VpcLink } from '@aws-sdk/client-api-gateway';
import type { Given, Operation } from '../../service.ts';
import { changeVpcLink } from '../vpc-links.ts';
import type { RestApiParts } from '../parts.ts';

export function updateVpcLink(parts: RestApiParts): Operation<Given<UpdateVpcLinkRequest>, VpcLink> {
  return (input, context) => {
    return parts.repository.transaction(() => changeVpcLink(parts, context, input));
  };
}
