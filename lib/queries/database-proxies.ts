import 'server-only';
import { ListRolePoliciesCommand } from '@aws-sdk/client-iam';
import {
  DescribeDBInstancesCommand,
  DescribeDBProxiesCommand,
  DescribeDBProxyTargetsCommand,
  type DBProxy,
  type RDSClient,
} from '@aws-sdk/client-rds';
import { ListSecretsCommand } from '@aws-sdk/client-secrets-manager';
import type { Aws } from '@/lib/aws/clients';
import { toConsoleError } from '@/lib/aws/errors';
import { functionPolicyName, type ProxySignIn } from '@/lib/domain/database-proxy';
import { readAsViewer } from '@/lib/queries/read-as-viewer';
import { allPages, type SourceChoice } from '@/lib/queries/trigger-sources';
import type { Place } from '@/lib/routes';

export interface ProxyTarget {
  readonly name: string;
  /** AWS's word, e.g. AVAILABLE; empty when it was not told. */
  readonly state: string;
  /** Why it is not available. */
  readonly reason: string;
}

export interface DatabaseProxy {
  readonly name: string;
  readonly engine: string;
  readonly status: string;
  readonly endpoint: string;
  readonly vpc: string;
  readonly signIn: ProxySignIn;
  readonly isTlsRequired: boolean;
  readonly secretArn: string;
}

/** A proxy as a function meets it. */
export interface FunctionProxy extends DatabaseProxy {
  readonly targets: readonly ProxyTarget[];
  /** Whether the execution role was given the rights by this console; undefined when its policies cannot be read. */
  readonly isConnected: boolean | undefined;
}

/** Proxies whose targets are asked for; with more the rest is listed without health. */
const askedMax = 30;

export const toProxy = (proxy: DBProxy): DatabaseProxy => ({
  name: proxy.DBProxyName ?? '',
  engine: proxy.EngineFamily ?? '',
  status: proxy.Status ?? '',
  endpoint: proxy.Endpoint ?? '',
  vpc: proxy.VpcId ?? '',
  signIn: proxy.Auth?.[0]?.IAMAuth === 'REQUIRED' ? 'iam' : 'password',
  isTlsRequired: proxy.RequireTLS ?? false,
  secretArn: proxy.Auth?.[0]?.SecretArn ?? '',
});

async function listProxies(rds: RDSClient, vpc: string): Promise<DatabaseProxy[]> {
  const all = await allPages(async (Marker) => {
    const output = await rds.send(new DescribeDBProxiesCommand({ Marker, MaxRecords: 100 }));
    return { items: (output.DBProxies ?? []).map(toProxy), next: output.Marker };
  });
  return all.filter((proxy) => proxy.vpc === vpc);
}

async function targetsOf(rds: RDSClient, name: string): Promise<readonly ProxyTarget[]> {
  try {
    const { Targets = [] } = await rds.send(new DescribeDBProxyTargetsCommand({ DBProxyName: name }));
    return Targets.map(({ RdsResourceId = '', TargetHealth }) => ({
      name: RdsResourceId,
      state: TargetHealth?.State ?? '',
      reason: [TargetHealth?.Reason, TargetHealth?.Description].filter(Boolean).join(': '),
    }));
  } catch (error) {
    // The list is worth showing without the health of one.
    return [
      {
        name: '',
        state: '',
        reason: toConsoleError(error, { operation: 'rds:DescribeDBProxyTargets' }).message,
      },
    ];
  }
}

async function policyNames(
  { iam }: Aws,
  roleArn: string | undefined,
): Promise<readonly string[] | undefined> {
  try {
    const RoleName = roleArn?.split('/').at(-1);
    return await allPages(async (Marker) => {
      const output = await iam.send(new ListRolePoliciesCommand({ RoleName, Marker }));
      return { items: output.PolicyNames ?? [], next: output.Marker };
    });
  } catch {
    // Who may not read the role, or whose endpoint has none of that name, is told "unknown".
    return undefined;
  }
}

/** RDS proxies of a function's VPC, with their targets' health. Lambda itself knows of none. */
export function listFunctionProxies(place: Place, vpc: string, roleArn: string | undefined) {
  return readAsViewer<readonly FunctionProxy[]>(place, 'rds:DescribeDBProxies', async (aws) => {
    const rds = await aws.rds();
    const [proxies, policies] = await Promise.all([listProxies(rds, vpc), policyNames(aws, roleArn)]);
    const targets = await Promise.all(proxies.slice(0, askedMax).map(({ name }) => targetsOf(rds, name)));
    return proxies.map((proxy, index) => ({
      ...proxy,
      targets: targets[index] ?? [],
      isConnected: policies?.includes(functionPolicyName(proxy.name)),
    }));
  });
}

/** Proxies that can be chosen for a function of this VPC. */
export function listProxiesOfVpc(place: Place, vpc: string) {
  return readAsViewer<readonly DatabaseProxy[]>(place, 'rds:DescribeDBProxies', async (aws) =>
    listProxies(await aws.rds(), vpc),
  );
}

export interface InstanceChoice extends SourceChoice {
  readonly engine: string;
}

/** DB instances of a Region, with their engines. */
export function listInstanceChoices(place: Place) {
  return readAsViewer<readonly InstanceChoice[]>(place, 'rds:DescribeDBInstances', async (aws) => {
    const rds = await aws.rds();
    return allPages(async (Marker) => {
      const output = await rds.send(new DescribeDBInstancesCommand({ Marker, MaxRecords: 100 }));
      const items = (output.DBInstances ?? []).map((instance) => ({
        value: instance.DBInstanceIdentifier ?? '',
        label: [instance.DBInstanceIdentifier, instance.Engine].filter(Boolean).join(' · '),
        engine: instance.Engine ?? '',
      }));
      return { items, next: output.Marker };
    });
  });
}

/** Secrets of a Region by name; their values are not read. */
export function listSecretChoices(place: Place) {
  return readAsViewer<readonly SourceChoice[]>(place, 'secretsmanager:ListSecrets', async (aws) => {
    const secrets = await aws.secretsManager();
    return allPages(async (NextToken) => {
      const output = await secrets.send(new ListSecretsCommand({ NextToken, MaxResults: 100 }));
      const items = (output.SecretList ?? []).flatMap(({ ARN, Name }) =>
        ARN ? [{ value: ARN, label: Name ?? ARN }] : [],
      );
      return { items, next: output.NextToken };
    });
  });
}
