import 'server-only';
import {
  GetDomainNameCommand,
  paginateGetBasePathMappings,
  paginateGetDomainNames,
  type DomainName as Output,
} from '@aws-sdk/client-api-gateway';
import { GetApiMappingsCommand } from '@aws-sdk/client-apigatewayv2';
import type { Basis } from '@/lib/domain/basis';
import type { ConsoleError } from '@/lib/domain/console-error';
import { hasApiMappings, type ApiMapping, type DomainName } from '@/lib/domain/domain-name';
import { domainTexts, type DomainTexts } from '@/lib/forms/domain-names';
import { contentRevision } from '@/lib/queries/content-revision';
import { readAsViewer } from '@/lib/queries/read-as-viewer';
import type { Place } from '@/lib/routes';
import { succeed, type Result } from '@/lib/shared/result';

const domainsMax = 1_000;
const mappingsMax = 1_000;

function viewOf(domain: Output): DomainName {
  return {
    id: domain.domainName ?? '',
    arn: domain.domainNameArn ?? '',
    endpointType: domain.endpointConfiguration?.types?.[0] ?? 'EDGE',
    status: domain.domainNameStatus ?? '',
    statusMessage: domain.domainNameStatusMessage ?? '',
    certificateArn: domain.regionalCertificateArn ?? domain.certificateArn ?? '',
    securityPolicy: domain.securityPolicy ?? '',
    target: domain.regionalDomainName ?? domain.distributionDomainName ?? '',
    hostedZoneId: domain.regionalHostedZoneId ?? domain.distributionHostedZoneId ?? '',
    ipAddressType: domain.endpointConfiguration?.ipAddressType ?? '',
    routingMode: domain.routingMode ?? '',
    truststoreUri: domain.mutualTlsAuthentication?.truststoreUri ?? '',
    tags: domain.tags ?? {},
  };
}

/** All custom domains, by name: the service of REST APIs shows those of the others, too. */
export function listDomainNames(
  place: Place,
): Promise<Result<{ rows: readonly DomainName[]; isCut: boolean }, ConsoleError>> {
  return readAsViewer(place, 'apigateway:GetDomainNames', async (aws) => {
    const client = await aws.apiGateway();
    const rows: DomainName[] = [];
    for await (const page of paginateGetDomainNames({ client, pageSize: 500 }, {})) {
      rows.push(...(page.items ?? []).map(viewOf));
      if (rows.length >= domainsMax) break;
    }
    return { rows: rows.sort((a, b) => a.id.localeCompare(b.id)), isCut: rows.length >= domainsMax };
  });
}

export function getDomainName(place: Place, domainName: string): Promise<Result<DomainName, ConsoleError>> {
  return readAsViewer(place, 'apigateway:GetDomainName', async (aws) => {
    const client = await aws.apiGateway();
    return viewOf(await client.send(new GetDomainNameCommand({ domainName })));
  });
}

/** Where the paths of a domain lead, by path; that of all other paths comes last. */
export function listMappings(
  place: Place,
  domain: DomainName,
): Promise<Result<readonly ApiMapping[], ConsoleError>> {
  return readAsViewer(place, 'apigateway:GetApiMappings', async (aws) => {
    const rows: ApiMapping[] = [];
    if (hasApiMappings(domain)) {
      const client = await aws.apiGatewayV2();
      let NextToken: string | undefined;
      do {
        const output = await client.send(
          new GetApiMappingsCommand({ DomainName: domain.id, MaxResults: '200', NextToken }),
        );
        for (const { ApiMappingId = '', ApiMappingKey = '', ApiId = '', Stage = '' } of output.Items ?? [])
          rows.push({ id: ApiMappingId, path: ApiMappingKey, apiId: ApiId, stage: Stage });
        NextToken = output.NextToken;
      } while (NextToken !== undefined && rows.length < mappingsMax);
    } else {
      const client = await aws.apiGateway();
      const pages = paginateGetBasePathMappings({ client, pageSize: 500 }, { domainName: domain.id });
      for await (const page of pages) {
        for (const { basePath = '', restApiId = '', stage = '' } of page.items ?? [])
          rows.push({ id: '', path: basePath === '(none)' ? '' : basePath, apiId: restApiId, stage });
        if (rows.length >= mappingsMax) break;
      }
    }
    return rows.sort((a, b) => Number(a.path === '') - Number(b.path === '') || a.path.localeCompare(b.path));
  });
}

/** What the form of a domain is filled from. */
export async function getDomainBasis(
  place: Place,
  domainName: string,
): Promise<Result<Basis<DomainTexts>, ConsoleError>> {
  const found = await getDomainName(place, domainName);
  if (!found.ok) return found;
  const values = domainTexts(found.data);
  return succeed({ values, revisionId: contentRevision(values), readAt: new Date().toISOString() });
}
