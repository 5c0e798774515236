import type { AliasConfiguration } from '@aws-sdk/client-lambda';
import { functionNotFound, invalidParameterValue, latestNotRouted, resourceNotFound } from './errors.ts';
import { findVersion } from './function-access.ts';
import { functionArn } from './names.ts';
import type { AliasRecord, FunctionKey } from './records.ts';
import type { LambdaRepository } from './repository.ts';

type Weights = Readonly<Record<string, number>>;

export function toAliasConfiguration(alias: AliasRecord): AliasConfiguration {
  return {
    AliasArn: functionArn(alias, alias.alias),
    Name: alias.alias,
    FunctionVersion: alias.version,
    Description: alias.description,
    RevisionId: alias.revisionId,
    ...(Object.keys(alias.weights).length > 0 && {
      RoutingConfig: { AdditionalVersionWeights: { ...alias.weights } },
    }),
  };
}

export function findAliasOrThrow(repository: LambdaRepository, key: FunctionKey, name: string): AliasRecord {
  const alias = repository.aliases.find(key, name);
  if (!alias) throw resourceNotFound(`Cannot find alias arn: ${functionArn(key, name)}`);
  return alias;
}

/** Refuses versions that do not exist and weights that AWS does not route by (1.6). */
export function assertRoute(
  repository: LambdaRepository,
  key: FunctionKey,
  version: string,
  weights: Weights,
): void {
  const others = Object.keys(weights);
  if (others.length > 1) {
    throw invalidParameterValue('Number of items in AdditionalVersionWeights cannot be greater than 1');
  }
  assertVersion(repository, key, version);
  for (const other of others) {
    if (other === version) {
      throw invalidParameterValue(
        `Invalid function version ${other}. Function version ${other} is already included in routing configuration.`,
      );
    }
    if (version === '$LATEST') {
      throw latestNotRouted();
    }
    assertVersion(repository, key, other);
  }
}

function assertVersion(repository: LambdaRepository, key: FunctionKey, version: string): void {
  if (!findVersion(repository, key, version)) throw functionNotFound(functionArn(key, version));
}
