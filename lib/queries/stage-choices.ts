import 'server-only';
import { GetStagesCommand as GetRestStagesCommand } from '@aws-sdk/client-api-gateway';
import { GetStagesCommand } from '@aws-sdk/client-apigatewayv2';
import { awsFor } from '@/lib/aws/clients';
import type { ApiFacts, ApiProtocol } from '@/lib/domain/api';
import { listApiChoices } from '@/lib/queries/apis';
import type { Place } from '@/lib/routes';

export interface StageChoice {
  readonly apiId: string;
  readonly apiName: string;
  readonly protocol: ApiProtocol;
  readonly stage: string;
}

/** APIs whose stages are asked for; whoever has more types the stage. */
const apisMax = 200;
const atATime = 8;

async function stagesOf(place: Place, api: ApiFacts): Promise<readonly string[]> {
  const aws = await awsFor(place);
  if (api.protocol === 'REST') {
    const client = await aws.apiGateway();
    const { item = [] } = await client.send(new GetRestStagesCommand({ restApiId: api.id }));
    return item.map(({ stageName = '' }) => stageName);
  }
  const client = await aws.apiGatewayV2();
  const { Items = [] } = await client.send(new GetStagesCommand({ ApiId: api.id, MaxResults: '100' }));
  return Items.map(({ StageName = '' }) => StageName);
}

/** Stages of the APIs of some protocols, for a choice in a form; an API that cannot be asked is left out. */
export async function listStageChoices(
  place: Place,
  protocols: readonly ApiProtocol[],
): Promise<readonly StageChoice[]> {
  const apis = (await listApiChoices(place))
    .filter(({ protocol }) => protocols.includes(protocol))
    .slice(0, apisMax);
  const choices: StageChoice[] = [];
  for (let start = 0; start < apis.length; start += atATime) {
    const part = apis.slice(start, start + atATime);
    const found = await Promise.allSettled(part.map((api) => stagesOf(place, api)));
    for (const [index, result] of found.entries()) {
      const api = part[index];
      if (api === undefined || result.status === 'rejected') continue;
      for (const stage of result.value) {
        choices.push({ apiId: api.id, apiName: api.name, protocol: api.protocol, stage });
      }
    }
  }
  return choices;
}
