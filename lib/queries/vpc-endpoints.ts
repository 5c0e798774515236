import 'server-only';
import { DescribeVpcEndpointsCommand } from '@aws-sdk/client-ec2';
import { requireUser } from '@/lib/auth/guard';
import { awsFor } from '@/lib/aws/clients';
import type { Place } from '@/lib/routes';

export interface EndpointChoice {
  readonly value: string;
  readonly label: string;
}

const pagesMax = 5;

/**
 * The VPC endpoints of a Region through which private APIs can be called; `known` are offered too. Empty where they cannot
 * be listed: ids can still be typed.
 */
export async function listGatewayEndpoints(
  place: Place,
  known: readonly string[] = [],
): Promise<readonly EndpointChoice[]> {
  await requireUser('viewer');
  const choices = new Map<string, string>();
  try {
    const ec2 = await (await awsFor(place)).ec2();
    let NextToken: string | undefined;
    for (let page = 0; page < pagesMax; page += 1) {
      const output = await ec2.send(
        new DescribeVpcEndpointsCommand({
          Filters: [{ Name: 'service-name', Values: [`com.amazonaws.${place.region}.execute-api`] }],
          NextToken,
        }),
      );
      for (const { VpcEndpointId: id = '', VpcId, Tags = [] } of output.VpcEndpoints ?? []) {
        const name = Tags.find(({ Key }) => Key === 'Name')?.Value;
        choices.set(id, [id, name, VpcId].filter(Boolean).join(' · '));
      }
      NextToken = output.NextToken;
      if (!NextToken) break;
    }
  } catch {
    // An endpoint without EC2, or a role that may not ask it: the form takes ids as text.
    return [];
  }
  if (choices.size === 0) return [];
  for (const id of known) if (!choices.has(id)) choices.set(id, id);
  return [...choices].map(([value, label]) => ({ value, label }));
}
