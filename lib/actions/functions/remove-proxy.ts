'use server';

import { DeleteRolePolicyCommand, type IAMClient } from '@aws-sdk/client-iam';
import { GetFunctionConfigurationCommand } from '@aws-sdk/client-lambda';
import {
  DeleteDBProxyCommand,
  DeregisterDBProxyTargetsCommand,
  DescribeDBProxyTargetsCommand,
} from '@aws-sdk/client-rds';
import { runAction } from '@/lib/actions/run-action';
import { awsFor } from '@/lib/aws/clients';
import { toConsoleError } from '@/lib/aws/errors';
import type { ActionResult } from '@/lib/domain/console-error';
import { functionPolicyName, proxyPolicyName } from '@/lib/domain/database-proxy';
import { proxyOfFunctionSchema } from '@/lib/forms/database-proxy';
import { routes, type Place } from '@/lib/routes';
import { succeed } from '@/lib/shared/result';

const common = {
  role: 'developer',
  schema: proxyOfFunctionSchema,
  place: ({ place }: { place: Place }) => place,
  target: ({ functionName }: { functionName: string }) => functionName,
  details: ({ proxy }: { proxy: string }) => ({ proxy }),
  revalidate: ({ place, functionName }: { place: Place; functionName: string }) => [
    routes.function(place, functionName),
  ],
} as const;

/** A policy that is gone, or a role, is as good as taken away. */
async function takeOff(iam: IAMClient, roleArn: string, PolicyName: string): Promise<void> {
  try {
    await iam.send(new DeleteRolePolicyCommand({ RoleName: roleArn.split('/').at(-1), PolicyName }));
  } catch (error) {
    if (toConsoleError(error, { operation: 'iam:DeleteRolePolicy' }).kind !== 'not-found') throw error;
  }
}

async function roleOf(place: Place, FunctionName: string, Qualifier: string | undefined): Promise<string> {
  const { lambda } = await awsFor(place);
  const { Role = '' } = await lambda.send(new GetFunctionConfigurationCommand({ FunctionName, Qualifier }));
  return Role;
}

/** Takes the function's rights at a proxy away; the proxy stays. */
export async function disconnectProxyAction(input: unknown): Promise<ActionResult<undefined>> {
  return runAction(
    {
      ...common,
      audit: 'function.proxy-disconnect',
      operation: 'iam:DeleteRolePolicy',
      run: async ({ place, functionName, qualifier, proxy }) => {
        const { iam } = await awsFor(place);
        await takeOff(iam, await roleOf(place, functionName, qualifier), functionPolicyName(proxy));
        return succeed(undefined);
      },
    },
    input,
  );
}

/** Takes the database away from a proxy; both stay. */
export async function deregisterTargetAction(input: unknown): Promise<ActionResult<undefined>> {
  return runAction(
    {
      ...common,
      audit: 'function.proxy-deregister',
      operation: 'rds:DeregisterDBProxyTargets',
      run: async ({ place, proxy: DBProxyName }) => {
        const rds = await (await awsFor(place)).rds();
        const { Targets = [] } = await rds.send(new DescribeDBProxyTargetsCommand({ DBProxyName }));
        const DBInstanceIdentifiers = Targets.flatMap(({ RdsResourceId }) => RdsResourceId ?? []);
        await rds.send(new DeregisterDBProxyTargetsCommand({ DBProxyName, DBInstanceIdentifiers }));
        return succeed(undefined);
      },
    },
    input,
  );
}

/** Deletes a proxy, and what connecting this function had added to roles. */
export async function deleteProxyAction(input: unknown): Promise<ActionResult<undefined>> {
  return runAction(
    {
      ...common,
      audit: 'function.proxy-delete',
      operation: 'rds:DeleteDBProxy',
      run: async ({ place, functionName, qualifier, proxy }) => {
        const aws = await awsFor(place);
        const rds = await aws.rds();
        const { DBProxy } = await rds.send(new DeleteDBProxyCommand({ DBProxyName: proxy }));
        await takeOff(aws.iam, await roleOf(place, functionName, qualifier), functionPolicyName(proxy));
        if (DBProxy?.RoleArn) await takeOff(aws.iam, DBProxy.RoleArn, proxyPolicyName(proxy));
        return succeed(undefined);
      },
    },
    input,
  );
}
