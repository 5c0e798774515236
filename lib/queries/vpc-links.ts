import 'server-only';
import { GetVpcLinkCommand, paginateGetVpcLinks, type VpcLink as First } from '@aws-sdk/client-api-gateway';
import {
  GetVpcLinkCommand as GetSecondCommand,
  GetVpcLinksCommand,
  type VpcLink as Second,
} from '@aws-sdk/client-apigatewayv2';
import type { Basis } from '@/lib/domain/basis';
import type { ConsoleError } from '@/lib/domain/console-error';
import type { LinkVersion, VpcLink } from '@/lib/domain/vpc-link';
import { vpcLinkTexts, type VpcLinkTexts } from '@/lib/forms/vpc-links';
import { contentRevision } from '@/lib/queries/content-revision';
import { readAsViewer } from '@/lib/queries/read-as-viewer';
import type { Place } from '@/lib/routes';
import { succeed, type Result } from '@/lib/shared/result';

const linksMax = 500;

function firstView(link: First): VpcLink {
  return {
    id: link.id ?? '',
    version: 'V1',
    name: link.name ?? '',
    description: link.description ?? '',
    status: link.status ?? '',
    statusMessage: link.statusMessage ?? '',
    targets: link.targetArns ?? [],
    subnets: [],
    securityGroups: [],
    createdAt: undefined,
    tags: link.tags ?? {},
  };
}

function secondView(link: Partial<Second>): VpcLink {
  return {
    id: link.VpcLinkId ?? '',
    version: 'V2',
    name: link.Name ?? '',
    description: '',
    status: link.VpcLinkStatus ?? '',
    statusMessage: link.VpcLinkStatusMessage ?? '',
    targets: [],
    subnets: link.SubnetIds ?? [],
    securityGroups: link.SecurityGroupIds ?? [],
    createdAt: link.CreatedDate?.toISOString(),
    tags: link.Tags ?? {},
  };
}

function listFirst(place: Place) {
  return readAsViewer(place, 'apigateway:GetVpcLinks', async (aws) => {
    const client = await aws.apiGateway();
    const rows: VpcLink[] = [];
    for await (const page of paginateGetVpcLinks({ client, pageSize: 100 }, {})) {
      rows.push(...(page.items ?? []).map(firstView));
      if (rows.length >= linksMax) break;
    }
    return rows;
  });
}

function listSecond(place: Place) {
  return readAsViewer(place, 'apigateway:GetVpcLinks', async (aws) => {
    const client = await aws.apiGatewayV2();
    const rows: VpcLink[] = [];
    let NextToken: string | undefined;
    do {
      const output = await client.send(new GetVpcLinksCommand({ MaxResults: '100', NextToken }));
      rows.push(...(output.Items ?? []).map(secondView));
      NextToken = output.NextToken;
    } while (NextToken !== undefined && rows.length < linksMax);
    return rows;
  });
}

export interface VpcLinkList {
  readonly rows: readonly VpcLink[];
  readonly isCut: boolean;
  /** Why those of one version are missing. */
  readonly missing: readonly { readonly version: LinkVersion; readonly error: ConsoleError }[];
}

/** VPC links of both versions, by name. Refused only when neither could be read. */
export async function listVpcLinks(place: Place): Promise<Result<VpcLinkList, ConsoleError>> {
  const [first, second] = await Promise.all([listFirst(place), listSecond(place)]);
  if (!first.ok && !second.ok) return second;
  const rows = [...(first.ok ? first.data : []), ...(second.ok ? second.data : [])];
  return succeed({
    rows: rows.sort((a, b) => a.name.localeCompare(b.name)),
    isCut: rows.length >= linksMax,
    missing: [
      ...(first.ok ? [] : [{ version: 'V1' as const, error: first.error }]),
      ...(second.ok ? [] : [{ version: 'V2' as const, error: second.error }]),
    ],
  });
}

/** A link of either version: ids do not say which. */
export async function getVpcLink(place: Place, id: string): Promise<Result<VpcLink, ConsoleError>> {
  const operation = 'apigateway:GetVpcLink';
  const [second, first] = await Promise.all([
    readAsViewer(place, operation, async (aws) => {
      const client = await aws.apiGatewayV2();
      return secondView(await client.send(new GetSecondCommand({ VpcLinkId: id })));
    }),
    readAsViewer(place, operation, async (aws) => {
      const client = await aws.apiGateway();
      return firstView(await client.send(new GetVpcLinkCommand({ vpcLinkId: id })));
    }),
  ]);
  if (second.ok || first.ok) return second.ok ? second : first;
  // That it is not there says more than that one of the two services is not.
  return first.error.kind === 'not-found' ? first : second;
}

/** What the form of a link is filled from. */
export async function getVpcLinkBasis(
  place: Place,
  id: string,
): Promise<Result<Basis<VpcLinkTexts>, ConsoleError>> {
  const found = await getVpcLink(place, id);
  if (!found.ok) return found;
  const values = vpcLinkTexts(found.data);
  return succeed({ values, revisionId: contentRevision(values), readAt: new Date().toISOString() });
}

/** Links for a choice in a form; none where they cannot be read. */
export async function listLinkChoices(place: Place, versions: readonly LinkVersion[] = ['V1', 'V2']) {
  const list = await listVpcLinks(place);
  const links = list.ok ? list.data.rows : [];
  return links
    .filter(({ version }) => versions.includes(version))
    .map(({ id, name, version }) => ({ value: id, label: name || id, detail: `${id} · ${version}` }));
}
