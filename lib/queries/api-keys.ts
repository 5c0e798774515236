import 'server-only';
import { GetApiKeyCommand, paginateGetApiKeys, paginateGetUsagePlans } from '@aws-sdk/client-api-gateway';
import type { Basis } from '@/lib/domain/basis';
import type { ConsoleError } from '@/lib/domain/console-error';
import { apiKeyFromOutput, type ApiKeyTexts } from '@/lib/forms/api-keys';
import { contentRevision } from '@/lib/queries/content-revision';
import { readAsViewer } from '@/lib/queries/read-as-viewer';
import type { Place } from '@/lib/routes';
import type { Result } from '@/lib/shared/result';

/** An API key without its value. */
export interface ApiKeyRow {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly isEnabled: boolean;
  /** ISO time. */
  readonly createdAt: string | undefined;
}

export interface ApiKeyDetails extends ApiKeyRow {
  readonly customerId: string;
  readonly updatedAt: string | undefined;
  /** `api/stage` of every plan that it is in. */
  readonly stages: readonly string[];
  readonly tags: Readonly<Record<string, string>>;
  readonly plans: readonly { readonly id: string; readonly name: string }[];
}

/** AWS allows 10,000 keys in a Region. */
export const apiKeysMax = 10_000;

/** All API keys, by name. */
export function listApiKeys(
  place: Place,
): Promise<Result<{ rows: readonly ApiKeyRow[]; isCut: boolean }, ConsoleError>> {
  return readAsViewer(place, 'apigateway:GetApiKeys', async (aws) => {
    const client = await aws.apiGateway();
    const rows: ApiKeyRow[] = [];
    for await (const page of paginateGetApiKeys({ client, pageSize: 500 }, { includeValues: false })) {
      for (const key of page.items ?? []) {
        rows.push({
          id: key.id ?? '',
          name: key.name ?? '',
          description: key.description ?? '',
          isEnabled: key.enabled ?? false,
          createdAt: key.createdDate?.toISOString(),
        });
      }
      if (rows.length >= apiKeysMax) break;
    }
    return { rows: rows.sort((a, b) => a.name.localeCompare(b.name)), isCut: rows.length >= apiKeysMax };
  });
}

/** One API key, without its value, and the plans that it is in. */
export function getApiKey(place: Place, id: string): Promise<Result<ApiKeyDetails, ConsoleError>> {
  return readAsViewer(place, 'apigateway:GetApiKey', async (aws) => {
    const client = await aws.apiGateway();
    const key = await client.send(new GetApiKeyCommand({ apiKey: id, includeValue: false }));
    const plans: { id: string; name: string }[] = [];
    for await (const page of paginateGetUsagePlans({ client, pageSize: 500 }, { keyId: id })) {
      plans.push(...(page.items ?? []).map((plan) => ({ id: plan.id ?? '', name: plan.name ?? '' })));
    }
    return {
      id,
      name: key.name ?? '',
      description: key.description ?? '',
      isEnabled: key.enabled ?? false,
      createdAt: key.createdDate?.toISOString(),
      updatedAt: key.lastUpdatedDate?.toISOString(),
      customerId: key.customerId ?? '',
      stages: key.stageKeys ?? [],
      tags: key.tags ?? {},
      plans,
    };
  });
}

/** What the form of a key is filled from. */
export function getApiKeyBasis(place: Place, id: string): Promise<Result<Basis<ApiKeyTexts>, ConsoleError>> {
  return readAsViewer(place, 'apigateway:GetApiKey', async (aws) => {
    const client = await aws.apiGateway();
    const values = apiKeyFromOutput(
      await client.send(new GetApiKeyCommand({ apiKey: id, includeValue: false })),
    );
    return { values, revisionId: contentRevision(values), readAt: new Date().toISOString() };
  });
}
