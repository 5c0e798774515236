import 'server-only';
import {
  GetDocumentationPartsCommand,
  GetDocumentationVersionsCommand,
  GetGatewayResponsesCommand,
} from '@aws-sdk/client-api-gateway';
import type {
  DocumentationPart,
  DocumentationVersion,
  RestGatewayResponse,
} from '@/lib/domain/rest-api/parts';
import { askRestApi, readAll } from '@/lib/queries/rest-parts';
import type { Place } from '@/lib/routes';

/** What API Gateway itself answers, by kind of error. */
export function getGatewayResponses(place: Place, apiId: string) {
  return askRestApi(place, 'apigateway:GetGatewayResponses', async (client) => {
    const items = await readAll((position, limit) =>
      client.send(new GetGatewayResponsesCommand({ restApiId: apiId, position, limit })),
    );
    return items
      .map((item): RestGatewayResponse => ({
        type: item.responseType ?? '',
        statusCode: item.statusCode ?? '',
        parameters: item.responseParameters ?? {},
        templates: item.responseTemplates ?? {},
        isDefault: item.defaultResponse ?? false,
      }))
      .sort((a, b) => a.type.localeCompare(b.type));
  });
}

export function getDocumentationParts(place: Place, apiId: string) {
  return askRestApi(place, 'apigateway:GetDocumentationParts', async (client) => {
    const items = await readAll((position, limit) =>
      client.send(new GetDocumentationPartsCommand({ restApiId: apiId, position, limit })),
    );
    return items.map((item): DocumentationPart => ({
      id: item.id ?? '',
      type: item.location?.type ?? '',
      path: item.location?.path ?? '',
      method: item.location?.method ?? '',
      statusCode: item.location?.statusCode ?? '',
      name: item.location?.name ?? '',
      properties: item.properties ?? '',
    }));
  });
}

export function getDocumentationVersions(place: Place, apiId: string) {
  return askRestApi(place, 'apigateway:GetDocumentationVersions', async (client) => {
    const items = await readAll((position, limit) =>
      client.send(new GetDocumentationVersionsCommand({ restApiId: apiId, position, limit })),
    );
    return items.map((item): DocumentationVersion => ({
      version: item.version ?? '',
      description: item.description ?? '',
      createdAt: item.createdDate?.toISOString(),
    }));
  });
}
