import type { CreateVpcLinkRequest, VpcLink } from '@aws-sdk/client-api-gateway';
import type { Given, Operation } from '../../service.ts';
import { assertTags } from '../rules/tags.ts';
import { withoutEmptyTags } from '../views.ts';
import { newVpcLink } from '../vpc-links.ts';
import type { RestApiParts } from '../parts.ts';

/** Available at once: nothing has to be built. The answer is AWS's, which builds it meanwhile [rec]. */
export function createVpcLink(parts: RestApiParts): Operation<Given<CreateVpcLinkRequest>, VpcLink> {
  return (input, context) => {
    assertTags(input.tags ?? {});
    const link = parts.repository.transaction(() => newVpcLink(parts, context, input));
    return { ...withoutEmptyTags(link), status: 'PENDING', statusMessage: undefined };
  };
}
