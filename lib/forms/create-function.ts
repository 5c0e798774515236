import type { CreateFunctionCommandInput } from '@aws-sdk/client-lambda';
import * as z from 'zod';
import { functionNameSchema, placeSchema } from './place';

export const createFunctionSchema = z.object({
  place: placeSchema,
  functionName: functionNameSchema,
  runtime: z.string().regex(/^[a-z0-9.-]{1,64}$/),
  architecture: z.enum(['x86_64', 'arm64']),
  /** Which of lib/domain/function-samples the code starts from. */
  sampleId: z.string().regex(/^[a-z0-9-]{1,64}$/),
  role: z.discriminatedUnion('mode', [
    z.object({ mode: z.literal('new') }),
    z.object({ mode: z.literal('existing'), arn: z.string().min(1).max(2048) }),
  ]),
  description: z.string().max(4096).default(''),
  /** Ids as lines. Without it the function is in no VPC. */
  vpc: z
    .object({
      subnets: z.string().max(10_000),
      securityGroups: z.string().max(10_000),
      allowsIpv6: z.boolean(),
    })
    .optional(),
  /** Cannot be changed afterwards. */
  isTenantIsolated: z.boolean().default(false),
  /** Likewise: where it runs on instances of a capacity provider. Bounds are AWS's to refuse. */
  managed: z
    .object({
      provider: z.string().min(1).max(2048),
      memoryMb: z.number().int().min(1).max(1_000_000),
      memoryPerVCpu: z.number().min(1).max(100),
    })
    .optional(),
  /** Likewise. */
  durable: z
    .object({
      executionTimeout: z.number().int().min(1).max(1_000_000_000),
      retentionDays: z.number().int().min(1).max(100_000),
    })
    .optional(),
});

export type CreateFunctionValues = z.output<typeof createFunctionSchema>;

/** Which of our fields a member of AWS's request belongs to, for refusals. */
export const createFunctionMemberFields: Readonly<Record<string, string>> = {
  functionName: 'functionName',
  runtime: 'runtime',
  architectures: 'architecture',
  role: 'role',
  description: 'description',
  memorySize: 'memoryMb',
  'capacityProviderConfig.lambdaManagedInstancesCapacityProviderConfig.capacityProviderArn': 'provider',
  'durableConfig.executionTimeout': 'executionTimeout',
  'durableConfig.retentionPeriodInDays': 'retentionDays',
  'vpcConfig.subnetIds': 'subnets',
  'vpcConfig.securityGroupIds': 'securityGroups',
};

const lines = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

/** Instances run published versions alone, so one comes with the function. */
function managedMembers(managed: NonNullable<CreateFunctionValues['managed']>) {
  return {
    MemorySize: managed.memoryMb,
    CapacityProviderConfig: {
      LambdaManagedInstancesCapacityProviderConfig: {
        CapacityProviderArn: managed.provider,
        ExecutionEnvironmentMemoryGiBPerVCpu: managed.memoryPerVCpu,
      },
    },
    Publish: true,
  };
}

/** The request for AWS, once there is a role and a package. */
export function createFunctionToInput(
  values: CreateFunctionValues,
  roleArn: string,
  handler: string,
  zipFile: Uint8Array,
): CreateFunctionCommandInput {
  return {
    FunctionName: values.functionName,
    Runtime: values.runtime as CreateFunctionCommandInput['Runtime'],
    Architectures: [values.architecture],
    Role: roleArn,
    Handler: handler,
    PackageType: 'Zip',
    Code: { ZipFile: zipFile },
    ...(values.description !== '' && { Description: values.description }),
    ...(values.isTenantIsolated && { TenancyConfig: { TenantIsolationMode: 'PER_TENANT' } }),
    ...(values.managed && managedMembers(values.managed)),
    ...(values.durable && {
      DurableConfig: {
        ExecutionTimeout: values.durable.executionTimeout,
        RetentionPeriodInDays: values.durable.retentionDays,
      },
    }),
    ...(values.vpc && {
      VpcConfig: {
        SubnetIds: lines(values.vpc.subnets),
        SecurityGroupIds: lines(values.vpc.securityGroups),
        ...(values.vpc.allowsIpv6 && { Ipv6AllowedForDualStack: true }),
      },
    }),
  };
}
