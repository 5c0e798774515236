import type { GetVpcLinkRequest, GetVpcLinkResponse } from '@aws-sdk/client-apigatewayv2';
import type { Given, Operation } from '../../service.ts';
import type { HttpApiParts } from '../parts.ts';
import { findVpcLinkOrThrow, showVpcLink } from '../vpc-links.ts';

export function getVpcLink(parts: HttpApiParts): Operation<Given<GetVpcLinkRequest>, GetVpcLinkResponse> {
  return (input, context) => showVpcLink(findVpcLinkOrThrow(parts, context, input.VpcLinkId));
}
