import 'server-only';
import {
  GetFunctionCodeSigningConfigCommand,
  GetFunctionRecursionConfigCommand,
  GetPolicyCommand,
  GetRuntimeManagementConfigCommand,
  ListAliasesCommand,
  ListFunctionEventInvokeConfigsCommand,
  ListFunctionUrlConfigsCommand,
  ListProvisionedConcurrencyConfigsCommand,
} from '@aws-sdk/client-lambda';
import { awsFor, type Aws } from '@/lib/aws/clients';
import { toConsoleError } from '@/lib/aws/errors';
import { allPages } from '@/lib/queries/trigger-sources';
import type { Place } from '@/lib/routes';
import type { FunctionModel, Owner, PlainRecord } from '@/lib/templates/model';
import { readPermissions } from '@/lib/templates/read-permissions';

type Around = Pick<
  FunctionModel,
  | 'aliases'
  | 'urls'
  | 'asyncConfigs'
  | 'permissions'
  | 'signingConfigArn'
  | 'recursiveLoop'
  | 'runtimeUpdate'
  | 'omissions'
>;

/** Each alias has a policy of its own to ask for. */
const policiesMax = 20;

/** Asks one question; what AWS refuses is said in the template, what is not there is `none`. */
export class Asking {
  readonly omissions: string[] = [];

  async ask<T>(what: string, operation: string, none: T, question: () => Promise<T>): Promise<T> {
    try {
      return await question();
    } catch (error) {
      const failure = toConsoleError(error, { operation });
      if (failure.kind !== 'not-found') {
        this.omissions.push(`Not included: ${what}; ${operation} was refused (${failure.kind}).`);
      }
      return none;
    }
  }
}

/** The alias or version at the end of a qualified ARN; undefined for the function itself. */
export function ownerOfArn(arn: string | undefined): Owner {
  const qualifier = arn?.split(':')[7];
  return qualifier === '$LATEST' ? undefined : qualifier;
}

async function listAliases({ lambda }: Aws, FunctionName: string, asking: Asking) {
  const [found, provisioned] = await Promise.all([
    asking.ask('aliases', 'lambda:ListAliases', [], () =>
      allPages(async (Marker) => {
        const output = await lambda.send(new ListAliasesCommand({ FunctionName, Marker, MaxItems: 50 }));
        return { items: output.Aliases ?? [], next: output.NextMarker };
      }),
    ),
    asking.ask('provisioned concurrency', 'lambda:ListProvisionedConcurrencyConfigs', [], () =>
      allPages(async (Marker) => {
        const output = await lambda.send(
          new ListProvisionedConcurrencyConfigsCommand({ FunctionName, Marker, MaxItems: 50 }),
        );
        return { items: output.ProvisionedConcurrencyConfigs ?? [], next: output.NextMarker };
      }),
    ),
  ]);
  return found.map(({ Name: name = '', Description: description = '', RoutingConfig }) => {
    if (Object.keys(RoutingConfig?.AdditionalVersionWeights ?? {}).length > 0) {
      asking.omissions.push(`Not included: the second version that alias ${name} sends a share to.`);
    }
    const own = provisioned.find(({ FunctionArn }) => ownerOfArn(FunctionArn) === name);
    return { name, description, provisioned: own?.RequestedProvisionedConcurrentExecutions };
  });
}

async function listUrls({ lambda }: Aws, FunctionName: string, asking: Asking): Promise<Around['urls']> {
  const urls = await asking.ask('function URLs', 'lambda:ListFunctionUrlConfigs', [], () =>
    allPages(async (Marker) => {
      const output = await lambda.send(new ListFunctionUrlConfigsCommand({ FunctionName, Marker }));
      return { items: output.FunctionUrlConfigs ?? [], next: output.NextMarker };
    }),
  );
  return urls.map(({ FunctionArn, AuthType, InvokeMode, Cors }) => ({
    owner: ownerOfArn(FunctionArn),
    authType: AuthType ?? 'AWS_IAM',
    invokeMode: InvokeMode ?? 'BUFFERED',
    cors: Cors && Object.keys(Cors).length > 0 ? (Cors as PlainRecord) : undefined,
  }));
}

async function listAsync(
  { lambda }: Aws,
  FunctionName: string,
  asking: Asking,
): Promise<Around['asyncConfigs']> {
  const configs = await asking.ask(
    'settings of asynchronous invocation',
    'lambda:ListFunctionEventInvokeConfigs',
    [],
    () =>
      allPages(async (Marker) => {
        const output = await lambda.send(new ListFunctionEventInvokeConfigsCommand({ FunctionName, Marker }));
        return { items: output.FunctionEventInvokeConfigs ?? [], next: output.NextMarker };
      }),
  );
  return configs.map((config) => ({
    owner: ownerOfArn(config.FunctionArn),
    maxAgeSeconds: config.MaximumEventAgeInSeconds,
    retries: config.MaximumRetryAttempts,
    onSuccess: config.DestinationConfig?.OnSuccess?.Destination,
    onFailure: config.DestinationConfig?.OnFailure?.Destination,
  }));
}

async function listPermissions(
  { lambda }: Aws,
  FunctionName: string,
  owners: readonly Owner[],
  asking: Asking,
): Promise<Around['permissions']> {
  const read = await Promise.all(
    owners.slice(0, policiesMax).map((owner) =>
      asking.ask('the resource-based policy', 'lambda:GetPolicy', undefined, async () => {
        const output = await lambda.send(new GetPolicyCommand({ FunctionName, Qualifier: owner }));
        return readPermissions(output.Policy ?? '{}', owner);
      }),
    ),
  );
  if (owners.length > policiesMax) {
    asking.omissions.push(`Not included: policies of more than ${policiesMax - 1} aliases.`);
  }
  for (const one of read) if (one) asking.omissions.push(...one.omissions);
  return read.flatMap((one) => one?.permissions ?? []);
}

/** Aliases of a function, and what function and aliases have beside their configuration. */
export async function readAround(place: Place, name: string, code: 'zip' | 'image'): Promise<Around> {
  const aws = await awsFor(place);
  const { lambda } = aws;
  const asking = new Asking();
  const named = { FunctionName: name };
  const aliases = await listAliases(aws, name, asking);
  const isKnown = ({ owner }: { readonly owner: Owner }) =>
    owner === undefined || aliases.some((alias) => alias.name === owner);
  const owners = [undefined, ...aliases.map((alias) => alias.name)];
  const [urls, asyncConfigs, permissions, signingConfigArn, loop, runtime] = await Promise.all([
    listUrls(aws, name, asking),
    listAsync(aws, name, asking),
    listPermissions(aws, name, owners, asking),
    asking.ask('code signing', 'lambda:GetFunctionCodeSigningConfig', undefined, async () =>
      code === 'image'
        ? undefined
        : (await lambda.send(new GetFunctionCodeSigningConfigCommand(named))).CodeSigningConfigArn,
    ),
    asking.ask('handling of recursive loops', 'lambda:GetFunctionRecursionConfig', undefined, async () =>
      lambda.send(new GetFunctionRecursionConfigCommand(named)),
    ),
    asking.ask('runtime management', 'lambda:GetRuntimeManagementConfig', undefined, async () =>
      code === 'image' ? undefined : lambda.send(new GetRuntimeManagementConfigCommand(named)),
    ),
  ]);
  const on = runtime?.UpdateRuntimeOn ?? 'Auto';
  for (const config of asyncConfigs.filter((one) => !isKnown(one))) {
    asking.omissions.push(`Not included: asynchronous invocation of version ${config.owner ?? ''}.`);
  }
  return {
    aliases,
    urls: urls.filter(isKnown),
    asyncConfigs: asyncConfigs.filter(isKnown),
    permissions,
    signingConfigArn: signingConfigArn || undefined,
    recursiveLoop: loop?.RecursiveLoop === 'Allow' ? 'Allow' : undefined,
    runtimeUpdate: on === 'Auto' ? undefined : { on, versionArn: runtime?.RuntimeVersionArn },
    omissions: asking.omissions,
  };
}
