'use server';

import { GetRoleCommand, PutRolePolicyCommand } from '@aws-sdk/client-iam';
import { GetFunctionConfigurationCommand } from '@aws-sdk/client-lambda';
import { DescribeDBProxiesCommand, type DBProxy } from '@aws-sdk/client-rds';
import { createProxy } from '@/lib/actions/functions/create-proxy';
import { runAction } from '@/lib/actions/run-action';
import { awsFor, type Aws } from '@/lib/aws/clients';
import { toConsoleError } from '@/lib/aws/errors';
import { consoleError, type ActionResult } from '@/lib/domain/console-error';
import { functionPolicy, functionPolicyName } from '@/lib/domain/database-proxy';
import { connectProxySchema, proxyMemberFields } from '@/lib/forms/database-proxy';
import { routes } from '@/lib/routes';
import { parseArn } from '@/lib/shared/arn';
import { refuse, succeed } from '@/lib/shared/result';

/** Gives the execution role what the function needs at the proxy. */
async function grant({ iam, region }: Aws, roleName: string, proxy: DBProxy): Promise<void> {
  const arn = parseArn(proxy.DBProxyArn ?? '');
  const signIn = proxy.Auth?.[0]?.IAMAuth === 'REQUIRED' ? 'iam' : 'password';
  const policy = functionPolicy(signIn, {
    region,
    account: arn?.account ?? '',
    proxyId: arn?.resource.replace('db-proxy:', '') ?? '',
    secretArns: (proxy.Auth ?? []).flatMap(({ SecretArn }) => SecretArn ?? []),
  });
  await iam.send(
    new PutRolePolicyCommand({
      RoleName: roleName,
      PolicyName: functionPolicyName(proxy.DBProxyName ?? ''),
      PolicyDocument: JSON.stringify(policy),
    }),
  );
}

/** Connects a function to a database proxy that is there, or to a new one. */
export async function connectProxyAction(input: unknown): Promise<ActionResult<undefined>> {
  return runAction(
    {
      role: 'developer',
      schema: connectProxySchema,
      audit: 'function.proxy-connect',
      operation: 'rds:CreateDBProxy',
      fields: proxyMemberFields,
      place: ({ place }) => place,
      target: ({ functionName }) => functionName,
      details: ({ values }) => ({
        isNew: values.mode === 'create',
        proxy: values.mode === 'create' ? values.identifier : values.proxy,
        ...(values.mode === 'create' && { instance: values.instance, secret: values.secret }),
      }),
      revalidate: ({ place, functionName }) => [routes.function(place, functionName)],
      run: async ({ place, functionName, qualifier, values }) => {
        const aws = await awsFor(place);
        const { VpcConfig, Role = '' } = await aws.lambda.send(
          new GetFunctionConfigurationCommand({ FunctionName: functionName, Qualifier: qualifier }),
        );
        if (!VpcConfig?.SubnetIds?.length)
          return refuse(
            consoleError(
              'invalid',
              `${functionName} is in no VPC, and a proxy is reached from within its VPC alone.`,
            ),
          );
        const roleName = Role.split('/').at(-1) ?? '';
        // A role that cannot be changed is found out before anything is made.
        await aws.iam.send(new GetRoleCommand({ RoleName: roleName }));
        const rds = await aws.rds();
        let proxy: DBProxy | undefined;
        if (values.mode === 'create') proxy = await createProxy(aws, values, VpcConfig);
        else {
          const found = await rds.send(new DescribeDBProxiesCommand({ DBProxyName: values.proxy }));
          proxy = found.DBProxies?.[0];
        }
        if (!proxy) return refuse(consoleError('not-found', 'The proxy is not there any more.'));
        try {
          await grant(aws, roleName, proxy);
        } catch (error) {
          const refused = toConsoleError(error, { operation: 'iam:PutRolePolicy' });
          const stands = values.mode === 'create' ? `The proxy ${proxy.DBProxyName ?? ''} was created. ` : '';
          return refuse({
            ...refused,
            message: `${stands}The role ${roleName} could not be given its rights: ${refused.message}`,
          });
        }
        return succeed(undefined);
      },
    },
    input,
  );
}
