import type { GetVpcLinksRequest, GetVpcLinksResponse } from '@aws-sdk/client-apigatewayv2';
import type { Operation } from '../../service.ts';
import { pageOf } from '../paging.ts';
import type { HttpApiParts } from '../parts.ts';
import { showVpcLink } from '../vpc-links.ts';

export function getVpcLinks(parts: HttpApiParts): Operation<GetVpcLinksRequest, GetVpcLinksResponse> {
  return (input, context) =>
    pageOf(parts.vpcLinks.list(context), input, ({ VpcLinkId }) => VpcLinkId, showVpcLink);
}
