import type { GetVpcLinkRequest, VpcLink } from '@aws-sdk/client-api-gateway';
import type { Given, Operation } from '../../service.ts';
import { findVpcLinkOrThrow } from '../vpc-links.ts';
import type { RestApiParts } from '../parts.ts';

export function getVpcLink(parts: RestApiParts): Operation<Given<GetVpcLinkRequest>, VpcLink> {
  return (input, context) => {
    return findVpcLinkOrThrow(parts, context, input.vpcLinkId);
  };
}
