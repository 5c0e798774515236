import type { GetVpcLinksRequest, VpcLinks } from '@aws-sdk/client-api-gateway';
import type { Given, Operation } from '../../service.ts';
import { pageOf } from '../paging.ts';
import { withoutEmptyTags } from '../views.ts';
import type { RestApiParts } from '../parts.ts';

export function getVpcLinks(parts: RestApiParts): Operation<Given<GetVpcLinksRequest>, VpcLinks> {
  return (input, context) => {
    return pageOf(parts.items.vpcLinks.list(context), input, ({ id }) => id, withoutEmptyTags);
  };
}
