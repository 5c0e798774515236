import 'server-only';
import { GetResourcesCommand } from '@aws-sdk/client-api-gateway';
import { cache } from 'react';
import { requireUser } from '@/lib/auth/guard';
import { awsFor } from '@/lib/aws/clients';
import { toConsoleError } from '@/lib/aws/errors';
import { consoleError, type ConsoleError } from '@/lib/domain/console-error';
import type { RestMethod, RestResource } from '@/lib/domain/rest-api/method';
import { resourceView } from '@/lib/queries/rest-method-view';
import type { Place } from '@/lib/routes';
import { refuse, succeed, type Result } from '@/lib/shared/result';

const operation = 'apigateway:GetResources';
/** AWS gives 500 at once; its own quota is 300 for an API unless someone asked for more. */
const pageSize = 500;
const pagesMax = 6;

export interface RestResources {
  readonly resources: readonly RestResource[];
  /** There are more than the console reads. */
  readonly isCut: boolean;
}

/** Once for a request, whoever asks: the arguments are compared by value. */
const read = cache(
  async (
    connectionId: string,
    region: string,
    apiId: string,
  ): Promise<Result<RestResources, ConsoleError>> => {
    await requireUser('viewer');
    try {
      const client = await (await awsFor({ connectionId, region })).apiGateway();
      const resources: RestResource[] = [];
      let position: string | undefined;
      for (let page = 0; page < pagesMax; page += 1) {
        const output = await client.send(
          new GetResourcesCommand({ restApiId: apiId, embed: ['methods'], limit: pageSize, position }),
        );
        resources.push(...(output.items ?? []).map(resourceView));
        position = output.position;
        if (position === undefined) break;
      }
      return succeed({ resources, isCut: position !== undefined });
    } catch (error) {
      return refuse(toConsoleError(error, { operation }));
    }
  },
);

/** All resources of a REST API with their methods, integrations and responses. */
export function getRestResources(place: Place, apiId: string) {
  return read(place.connectionId, place.region, apiId);
}

/** One resource with all others around it, or a failure that says that it is gone. */
export async function getRestResource(place: Place, apiId: string, resourceId: string) {
  const found = await getRestResources(place, apiId);
  if (!found.ok) return found;
  const resource = found.data.resources.find(({ id }) => id === resourceId);
  return resource
    ? succeed({ resource, resources: found.data.resources })
    : refuse(
        consoleError('not-found', 'This resource is not there: it may have been deleted.', { operation }),
      );
}

/** One method of a resource. */
export async function getRestMethod(
  place: Place,
  apiId: string,
  resourceId: string,
  httpMethod: string,
): Promise<Result<{ readonly resource: RestResource; readonly method: RestMethod }, ConsoleError>> {
  const found = await getRestResource(place, apiId, resourceId);
  if (!found.ok) return found;
  const { resource } = found.data;
  const method = resource.methods.find((one) => one.httpMethod === httpMethod);
  return method
    ? succeed({ resource, method })
    : refuse(
        consoleError('not-found', 'This method is not there: it may have been deleted.', {
          operation: 'apigateway:GetMethod',
        }),
      );
}
