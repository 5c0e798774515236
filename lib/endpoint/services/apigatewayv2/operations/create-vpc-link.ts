import type { CreateVpcLinkRequest, CreateVpcLinkResponse } from '@aws-sdk/client-apigatewayv2';
import type { Given, Operation } from '../../service.ts';
import type { HttpApiParts } from '../parts.ts';
import { newVpcLink, showVpcLink } from '../vpc-links.ts';

export function createVpcLink(
  parts: HttpApiParts,
): Operation<Given<CreateVpcLinkRequest>, CreateVpcLinkResponse> {
  return (input, context) =>
    showVpcLink(parts.repository.transaction(() => newVpcLink(parts, context, input)));
}
