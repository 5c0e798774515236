import 'server-only';
import { PutRolePolicyCommand } from '@aws-sdk/client-iam';
import type { VpcConfigResponse } from '@aws-sdk/client-lambda';
import {
  CreateDBProxyCommand,
  DeleteDBProxyCommand,
  RegisterDBProxyTargetsCommand,
  type DBProxy,
} from '@aws-sdk/client-rds';
import type { Aws } from '@/lib/aws/clients';
import { proxyPolicyName, secretPolicy } from '@/lib/domain/database-proxy';
import type { NewProxyValues } from '@/lib/forms/database-proxy';

/** Makes a proxy in the function's VPC and registers its target; leaves no proxy when a step is refused. */
export async function createProxy(
  aws: Aws,
  values: NewProxyValues,
  { SubnetIds = [], SecurityGroupIds = [] }: VpcConfigResponse,
): Promise<DBProxy | undefined> {
  const rds = await aws.rds();
  const DBProxyName = values.identifier;
  const { DBProxy } = await rds.send(
    new CreateDBProxyCommand({
      DBProxyName,
      EngineFamily: values.engineFamily,
      Auth: [
        {
          AuthScheme: 'SECRETS',
          SecretArn: values.secret,
          IAMAuth: values.authentication === 'iam' ? 'REQUIRED' : 'DISABLED',
        },
      ],
      RoleArn: values.role,
      VpcSubnetIds: SubnetIds,
      VpcSecurityGroupIds: SecurityGroupIds,
      RequireTLS: values.requireTls === 'on',
    }),
  );
  try {
    await aws.iam.send(
      new PutRolePolicyCommand({
        RoleName: values.role.split('/').at(-1),
        PolicyName: proxyPolicyName(DBProxyName),
        PolicyDocument: JSON.stringify(secretPolicy(values.secret)),
      }),
    );
    await rds.send(
      new RegisterDBProxyTargetsCommand({ DBProxyName, DBInstanceIdentifiers: [values.instance] }),
    );
  } catch (error) {
    await rds.send(new DeleteDBProxyCommand({ DBProxyName }));
    throw error;
  }
  return DBProxy;
}
