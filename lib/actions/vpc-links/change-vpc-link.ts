import 'server-only';
import {
  TagResourceCommand,
  UntagResourceCommand,
  UpdateVpcLinkCommand,
  type PatchOperation,
} from '@aws-sdk/client-api-gateway';
import {
  TagResourceCommand as TagSecondCommand,
  UntagResourceCommand as UntagSecondCommand,
  UpdateVpcLinkCommand as UpdateSecondCommand,
} from '@aws-sdk/client-apigatewayv2';
import type { Aws } from '@/lib/aws/clients';
import { tagsOfLines } from '@/lib/domain/tag-lines';
import type { LinkVersion } from '@/lib/domain/vpc-link';
import { tagDifference } from '@/lib/forms/tags';
import type { VpcLinkTexts } from '@/lib/forms/vpc-links';
import type { Place } from '@/lib/routes';
import { partitionOf } from '@/lib/shared/arn';

interface Change {
  readonly place: Place;
  readonly id: string;
  readonly version: LinkVersion;
  readonly before: VpcLinkTexts;
  readonly after: VpcLinkTexts;
}

/** Sends what differs: name and description, then tags. */
export async function changeVpcLink(aws: Aws, { place, id, version, before, after }: Change): Promise<void> {
  const name = after.name.trim();
  const first = await aws.apiGateway();
  if (version === 'V2' && name !== before.name) {
    const client = await aws.apiGatewayV2();
    await client.send(new UpdateSecondCommand({ VpcLinkId: id, Name: name }));
  }
  if (version === 'V1') {
    const patchOperations: PatchOperation[] = [
      ...(name === before.name ? [] : [{ op: 'replace' as const, path: '/name', value: name }]),
      ...(after.description === before.description
        ? []
        : [{ op: 'replace' as const, path: '/description', value: after.description }]),
    ];
    if (patchOperations.length > 0)
      await first.send(new UpdateVpcLinkCommand({ vpcLinkId: id, patchOperations }));
  }
  const ResourceArn = `arn:${partitionOf(place.region)}:apigateway:${place.region}::/vpclinks/${id}`;
  const { set, remove } = tagDifference(tagsOfLines(before.tags), tagsOfLines(after.tags));
  // Each service tags its own links.
  const second = version === 'V2' ? await aws.apiGatewayV2() : undefined;
  if (Object.keys(set).length > 0) {
    if (second) await second.send(new TagSecondCommand({ ResourceArn, Tags: set }));
    else await first.send(new TagResourceCommand({ resourceArn: ResourceArn, tags: set }));
  }
  if (remove.length > 0) {
    if (second) await second.send(new UntagSecondCommand({ ResourceArn, TagKeys: remove }));
    else await first.send(new UntagResourceCommand({ resourceArn: ResourceArn, tagKeys: remove }));
  }
}
