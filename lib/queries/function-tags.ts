import 'server-only';
import { awsFor } from '@/lib/aws/clients';
import type { Place } from '@/lib/routes';

/** A runaway token must not keep us reading for ever: 100,000 functions at 100 a page. */
const pagesMax = 1_000;

/**
 * Tags of all functions of a Region that have some, by ARN, a hundred functions a call (GetResources). Rejects where the
 * connection does not have Resource Groups Tagging or does not allow it.
 */
export async function readFunctionTags(place: Place): Promise<ReadonlyMap<string, Record<string, string>>> {
  const [{ GetResourcesCommand }, { tagging }] = await Promise.all([
    import('@aws-sdk/client-resource-groups-tagging-api'),
    awsFor(place),
  ]);
  const client = await tagging();
  const found = new Map<string, Record<string, string>>();
  let token: string | undefined;
  for (let page = 0; page < pagesMax; page += 1) {
    const answer = await client.send(
      new GetResourcesCommand({
        ResourceTypeFilters: ['lambda:function'],
        ResourcesPerPage: 100,
        PaginationToken: token,
      }),
    );
    for (const { ResourceARN = '', Tags = [] } of answer.ResourceTagMappingList ?? [])
      found.set(ResourceARN, Object.fromEntries(Tags.map(({ Key = '', Value = '' }) => [Key, Value])));
    token = answer.PaginationToken;
    if (!token) break;
  }
  return found;
}
