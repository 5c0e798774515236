import 'server-only';
import { GetTagsCommand } from '@aws-sdk/client-api-gateway';
import { GetTagsCommand as GetV2TagsCommand } from '@aws-sdk/client-apigatewayv2';
import type { ApiProtocol } from '@/lib/domain/api';
import type { ConsoleError } from '@/lib/domain/console-error';
import { readAsViewer } from '@/lib/queries/read-as-viewer';
import type { Place } from '@/lib/routes';
import type { Result } from '@/lib/shared/result';

/** Tags of an API or of a stage, by its ARN. */
export function getApiTags(
  place: Place,
  protocol: ApiProtocol,
  arn: string,
): Promise<Result<Readonly<Record<string, string>>, ConsoleError>> {
  return readAsViewer(place, 'apigateway:GetTags', async (aws) => {
    if (protocol === 'REST') {
      const { tags = {} } = await (await aws.apiGateway()).send(new GetTagsCommand({ resourceArn: arn }));
      return tags;
    }
    const client = await aws.apiGatewayV2();
    const { Tags = {} } = await client.send(new GetV2TagsCommand({ ResourceArn: arn }));
    return Tags;
  });
}
