import 'server-only';
import type { VpcLink } from '@/lib/domain/vpc-link';
import { listApiChoices } from '@/lib/queries/apis';
import { getHttpParts } from '@/lib/queries/http-parts';
import { getRestResources } from '@/lib/queries/rest-resources';
import type { Place } from '@/lib/routes';

export interface VpcLinkUser {
  readonly apiId: string;
  readonly apiName: string;
  readonly protocol: 'REST' | 'HTTP';
  /** `GET /pets`, or an integration's id. */
  readonly what: string;
  /** Where the integration leads behind the link. */
  readonly uri: string;
}

export interface VpcLinkUsers {
  readonly users: readonly VpcLinkUser[];
  /** Not all APIs were asked, or could be. */
  readonly isCut: boolean;
}

/** APIs that are asked: each is a call or two. */
const apisMax = 60;
const atATime = 6;

async function usersIn(
  place: Place,
  api: { id: string; name: string; protocol: 'REST' | 'HTTP' },
  linkId: string,
): Promise<readonly VpcLinkUser[] | undefined> {
  const common = { apiId: api.id, apiName: api.name, protocol: api.protocol };
  if (api.protocol === 'HTTP') {
    const parts = await getHttpParts(place, api.id);
    if (!parts.ok) return undefined;
    return parts.data.integrations
      .filter(({ connectionId }) => connectionId === linkId)
      .map(({ id, uri }) => ({ ...common, what: id, uri }));
  }
  const found = await getRestResources(place, api.id);
  if (!found.ok) return undefined;
  return found.data.resources.flatMap(({ path, methods }) =>
    methods
      .filter(({ integration }) => integration?.connectionId === linkId)
      .map(({ httpMethod, integration }) => ({
        ...common,
        what: `${httpMethod} ${path}`,
        uri: integration?.uri ?? '',
      })),
  );
}

/** Integrations that name a link, as APIs stand under edit. AWS has no question for it: the APIs are looked through. */
export async function listVpcLinkUsers(place: Place, link: VpcLink): Promise<VpcLinkUsers> {
  const all = await listApiChoices(place);
  const apis = all.flatMap(({ id, name, protocol }) =>
    protocol === 'REST' || (protocol === 'HTTP' && link.version === 'V2') ? [{ id, name, protocol }] : [],
  );
  const asked = apis.slice(0, apisMax);
  const users: VpcLinkUser[] = [];
  let isCut = asked.length < apis.length;
  for (let start = 0; start < asked.length; start += atATime) {
    const part = asked.slice(start, start + atATime);
    for (const found of await Promise.all(part.map((api) => usersIn(place, api, link.id)))) {
      if (found) users.push(...found);
      else isCut = true;
    }
  }
  return { users, isCut };
}
