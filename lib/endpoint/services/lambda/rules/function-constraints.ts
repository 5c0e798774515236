import type {
  CreateFunctionCommandInput,
  UpdateFunctionCodeCommandInput,
  UpdateFunctionConfigurationCommandInput,
} from '@aws-sdk/client-lambda';
import {
  length,
  mapKeys,
  mapValues,
  members,
  oneOf,
  pattern,
  range,
  type Check,
  type ConstraintRow,
} from './constraints.ts';
import { managedTimeoutSecondsMax } from './limits.ts';
import { managedConstraints } from './managed.ts';
import * as patterns from './patterns.ts';

type Settings = CreateFunctionCommandInput | UpdateFunctionConfigurationCommandInput;

const architectures = ['x86_64', 'arm64'];
const patternText = (source: string): string => `Member must satisfy regular expression pattern: ${source}`;
const lengthText = (max: number, min: number): string[] => [
  `Member must have length less than or equal to ${max}`,
  `Member must have length greater than or equal to ${min}`,
];
const all =
  (...checks: Check[]): Check =>
  (value) => {
    for (const check of checks) {
      const broken = check(value);
      if (broken !== undefined) return broken;
    }
    return undefined;
  };

const role: ConstraintRow<Settings>[] = [
  { path: 'role', read: (input) => input.Role, check: pattern(patterns.rolePattern) },
];

/** Members that creation and configuration updates share [model, 1.13]. */
export const settingsConstraints: readonly ConstraintRow<Settings>[] = [
  ...role,
  ...managedConstraints,
  { path: 'handler', read: (input) => input.Handler, check: length(0, 128) },
  { path: 'handler', read: (input) => input.Handler, check: pattern(patterns.handlerPattern) },
  { path: 'description', read: (input) => input.Description, check: length(0, 256) },
  // Ordinary functions have less (900), which is a later check. The bound AWS shows them today is unconfirmed.
  { path: 'timeout', read: (input) => input.Timeout, check: range(1, managedTimeoutSecondsMax) },
  // The account's own maximum (10240) is a later check with other words; 32768 is the model's.
  { path: 'memorySize', read: (input) => input.MemorySize, check: range(128, 32_768) },
  { path: 'ephemeralStorage.size', read: (input) => input.EphemeralStorage?.Size, check: range(512, 10_240) },
  {
    path: 'tracingConfig.mode',
    read: (input) => input.TracingConfig?.Mode,
    check: oneOf(['Active', 'PassThrough']),
  },
  {
    path: 'snapStart.applyOn',
    read: (input) => input.SnapStart?.ApplyOn,
    check: oneOf(['PublishedVersions', 'None']),
  },
  {
    path: 'loggingConfig.logFormat',
    read: (input) => input.LoggingConfig?.LogFormat,
    check: oneOf(['JSON', 'Text']),
  },
  {
    path: 'loggingConfig.applicationLogLevel',
    read: (input) => input.LoggingConfig?.ApplicationLogLevel,
    check: oneOf(['TRACE', 'DEBUG', 'INFO', 'WARN', 'ERROR', 'FATAL']),
  },
  {
    path: 'loggingConfig.systemLogLevel',
    read: (input) => input.LoggingConfig?.SystemLogLevel,
    check: oneOf(['DEBUG', 'INFO', 'WARN']),
  },
  { path: 'loggingConfig.logGroup', read: (input) => input.LoggingConfig?.LogGroup, check: length(1, 512) },
  {
    path: 'loggingConfig.logGroup',
    read: (input) => input.LoggingConfig?.LogGroup,
    check: pattern(patterns.logGroupPattern),
  },
  { path: 'kMSKeyArn', read: (input) => input.KMSKeyArn, check: pattern(patterns.kmsKeyPattern) },
  {
    path: 'deadLetterConfig.targetArn',
    read: (input) => input.DeadLetterConfig?.TargetArn,
    check: pattern(patterns.deadLetterPattern),
  },
  { path: 'vpcConfig.subnetIds', read: (input) => input.VpcConfig?.SubnetIds, check: length(0, 16) },
  {
    path: 'vpcConfig.subnetIds',
    read: (input) => input.VpcConfig?.SubnetIds,
    check: members(
      [...lengthText(1024, 0), patternText(patterns.subnetPattern)],
      pattern(patterns.subnetPattern),
    ),
  },
  {
    path: 'vpcConfig.securityGroupIds',
    read: (input) => input.VpcConfig?.SecurityGroupIds,
    check: length(0, 5),
  },
  {
    path: 'vpcConfig.securityGroupIds',
    read: (input) => input.VpcConfig?.SecurityGroupIds,
    check: members(
      [...lengthText(1024, 0), patternText(patterns.securityGroupPattern)],
      pattern(patterns.securityGroupPattern),
    ),
  },
  { path: 'fileSystemConfigs', read: (input) => input.FileSystemConfigs, check: length(0, 1) },
  {
    path: 'fileSystemConfigs.1.member.arn',
    read: (input) => input.FileSystemConfigs?.[0]?.Arn,
    check: pattern(patterns.accessPointPattern),
  },
  {
    path: 'fileSystemConfigs.1.member.localMountPath',
    read: (input) => input.FileSystemConfigs?.[0]?.LocalMountPath,
    check: all(length(0, 160), pattern(patterns.mountPathPattern)),
  },
  {
    path: 'layers',
    read: (input) => input.Layers,
    check: members(
      [...lengthText(2048, 1), patternText(patterns.layerVersionPattern)],
      all(length(1, 2048), pattern(patterns.layerVersionPattern)),
    ),
  },
  {
    path: 'environment.variables',
    read: (input) => input.Environment?.Variables,
    check: mapKeys([patternText(patterns.variableNamePattern)], pattern(patterns.variableNamePattern)),
    isSensitive: true,
  },
];

const architectureRows: ConstraintRow<{ Architectures?: readonly string[] | undefined }>[] = [
  { path: 'architectures', read: (input) => input.Architectures, check: length(1, 1) },
  {
    path: 'architectures',
    read: (input) => input.Architectures,
    check: members(
      [`Member must satisfy enum value set: [${architectures.join(', ')}]`],
      oneOf(architectures),
    ),
  },
];

export const tagConstraints: readonly ConstraintRow<{ Tags?: Record<string, string> | undefined }>[] = [
  {
    path: 'tags',
    read: (input) => input.Tags,
    check: mapKeys(
      [...lengthText(128, 1), patternText(patterns.tagKeyPattern)],
      all(length(1, 128), pattern(patterns.tagKeyPattern, 'u')),
    ),
  },
  {
    path: 'tags',
    read: (input) => input.Tags,
    check: mapValues(
      [...lengthText(256, 0), patternText(patterns.tagKeyPattern)],
      all(length(0, 256), pattern(patterns.tagKeyPattern, 'u')),
    ),
  },
];

/** CreateFunction reports both the length and the pattern of a name; other operations only the pattern [rec]. */
export const createConstraints: readonly ConstraintRow<CreateFunctionCommandInput>[] = [
  { path: 'functionName', read: (input) => input.FunctionName, check: pattern(patterns.createNamePattern) },
  { path: 'functionName', read: (input) => input.FunctionName, check: length(1, 140) },
  ...settingsConstraints,
  ...architectureRows,
  ...tagConstraints,
  { path: 'packageType', read: (input) => input.PackageType, check: oneOf(['Image', 'Zip']) },
];

export const updateConfigurationConstraints: readonly ConstraintRow<UpdateFunctionConfigurationCommandInput>[] =
  [
    { path: 'functionName', read: (input) => input.FunctionName, check: pattern(patterns.anyNamePattern) },
    ...settingsConstraints,
  ];

export const updateCodeConstraints: readonly ConstraintRow<UpdateFunctionCodeCommandInput>[] = [
  { path: 'functionName', read: (input) => input.FunctionName, check: pattern(patterns.anyNamePattern) },
  ...architectureRows,
];

interface Named {
  FunctionName?: string | undefined;
  Qualifier?: string | undefined;
}

/** `qualifier` comes before `functionName` in combined messages [rec]. */
export const nameConstraints: readonly ConstraintRow<Named>[] = [
  { path: 'qualifier', read: (input) => input.Qualifier, check: length(1, 128) },
  { path: 'qualifier', read: (input) => input.Qualifier, check: pattern(patterns.qualifierPattern) },
  {
    path: 'functionName',
    read: (input) => input.FunctionName,
    check: all(pattern(patterns.anyNamePattern), length(1, 256)),
  },
];

/** 1–10000 is accepted, 50 is what a page holds. */
export const pagingConstraints: readonly ConstraintRow<{ MaxItems?: number | undefined }>[] = [
  { path: 'maxItems', read: (input) => input.MaxItems, check: range(1, 10_000) },
];

/** Layers, event-invoke, provisioned and URL lists take no more than a page. */
export const shortPagingConstraints: readonly ConstraintRow<{ MaxItems?: number | undefined }>[] = [
  { path: 'maxItems', read: (input) => input.MaxItems, check: range(1, 50) },
];
