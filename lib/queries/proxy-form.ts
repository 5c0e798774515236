import 'server-only';
import { GetFunctionConfigurationCommand } from '@aws-sdk/client-lambda';
import type { ConsoleError } from '@/lib/domain/console-error';
import {
  listInstanceChoices,
  listProxiesOfVpc,
  listSecretChoices,
  type DatabaseProxy,
  type InstanceChoice,
} from '@/lib/queries/database-proxies';
import { readAsViewer } from '@/lib/queries/read-as-viewer';
import { listRoles } from '@/lib/queries/roles';
import type { SourceChoice } from '@/lib/queries/trigger-sources';
import type { Place } from '@/lib/routes';
import { parseArn } from '@/lib/shared/arn';
import { succeed, type Result } from '@/lib/shared/result';

export interface ProxyFormBasis {
  readonly account: string;
  readonly executionRole: string;
  readonly network: { readonly subnets: readonly string[]; readonly securityGroups: readonly string[] };
  readonly choices: {
    readonly proxies: readonly DatabaseProxy[];
    readonly instances: readonly InstanceChoice[];
    readonly secrets: readonly SourceChoice[];
    readonly roles: readonly SourceChoice[];
  };
  readonly refused: Partial<Record<'proxies' | 'instances' | 'secrets' | 'roles', ConsoleError>>;
}

/** What "Add database proxy" is filled from. A list that cannot be read is empty, with the reason beside it. */
export async function getProxyFormBasis(
  place: Place,
  functionName: string,
  qualifier: string | undefined,
): Promise<Result<ProxyFormBasis, ConsoleError>> {
  const read = await readAsViewer(place, 'lambda:GetFunctionConfiguration', ({ lambda }) =>
    lambda.send(new GetFunctionConfigurationCommand({ FunctionName: functionName, Qualifier: qualifier })),
  );
  if (!read.ok) return read;
  const { VpcConfig, Role = '', FunctionArn = '' } = read.data;
  const [proxies, instances, secrets, roles] = await Promise.all([
    listProxiesOfVpc(place, VpcConfig?.VpcId ?? ''),
    listInstanceChoices(place),
    listSecretChoices(place),
    listRoles(place, 'rds.amazonaws.com'),
  ]);
  return succeed({
    account: parseArn(FunctionArn)?.account ?? '',
    executionRole: Role,
    network: { subnets: VpcConfig?.SubnetIds ?? [], securityGroups: VpcConfig?.SecurityGroupIds ?? [] },
    choices: {
      proxies: proxies.ok ? proxies.data : [],
      instances: instances.ok ? instances.data : [],
      secrets: secrets.ok ? secrets.data : [],
      roles: roles.ok ? roles.data.map(({ arn, label }) => ({ value: arn, label })) : [],
    },
    refused: {
      ...(!proxies.ok && { proxies: proxies.error }),
      ...(!instances.ok && { instances: instances.error }),
      ...(!secrets.ok && { secrets: secrets.error }),
      ...(!roles.ok && { roles: roles.error }),
    },
  });
}
