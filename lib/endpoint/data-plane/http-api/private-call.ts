import type { StoredIntegration } from '../../services/apigatewayv2/index.ts';
import type { HttpCall } from '../integrations/http-proxy.ts';
import type { IntegrationResult } from '../integrations/integration.ts';
import { withStageVariables } from '../integrations/integration.ts';
import { linkBase, type LinkDoor } from '../integrations/vpc-link.ts';
import type { HttpApiCall } from './open-call.ts';
import { encodeDecodedPath, passedOn } from './proxy-call.ts';

/**
 * The request through a VPC link. The back end gets the stage in the path, as AWS documents it, unless a mapping sets
 * another path; the name of a target that is reached by TLS is verified as the integration says.
 */
export function toPrivateCall(
  find: LinkDoor,
  call: HttpApiCall,
  integration: StoredIntegration,
): HttpCall | Exclude<IntegrationResult, { kind: 'answered' }> {
  const { api, stage, facts, routePath, mappedPath } = call;
  const linkId = withStageVariables(integration.ConnectionId ?? '', stage.variables);
  const target = withStageVariables(integration.IntegrationUri ?? '', stage.variables);
  const link = linkBase(find, api, { linkId, target });
  if ('kind' in link) return link;
  const { TlsConfig } = integration;
  if (TlsConfig && !link.isTls)
    return {
      kind: 'failed',
      reason: `the integration asks for TLS, and the target of VPC link ${linkId} is plain http`,
    };
  const stagePart = stage.name === '$default' ? '' : `/${stage.name}`;
  const path = encodeDecodedPath(mappedPath ?? `${stagePart}${routePath}`);
  const query = facts.query === '' ? '' : `?${facts.query}`;
  const serverName = TlsConfig?.ServerNameToVerify;
  return { ...passedOn(call, integration, `${link.base}${path}${query}`), ...(serverName && { serverName }) };
}
