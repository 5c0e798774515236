import { randomUUID } from 'node:crypto';
import { parseArn } from '../../../shared/arn.ts';
import type { RequestContext } from '../service.ts';
import { capacityProviderKind, findProviderOrThrow } from './capacity-providers.ts';
import { findSigningConfigOrThrow, codeSigningKind } from './code-signing.ts';
import { functionNotFound, invalidParameterValue, resourceNotFound } from './errors.ts';
import { functionArn, resolveTarget } from './names.ts';
import type { LambdaParts } from './parts.ts';
import { assertConstraints, pattern } from './rules/constraints.ts';
import { taggedResourcePattern } from './rules/patterns.ts';
import type { Tags } from './rules/tags.ts';

/** What a tag operation is about. */
export interface TaggedResource {
  readonly tags: Tags;
  /** Inside a transaction. */
  write(tags: Tags): void;
}

/** Of mappings and layers none has tags here. */
export function findTagged(
  parts: LambdaParts,
  arn: string,
  context: RequestContext,
  action: string,
): TaggedResource {
  assertConstraints(
    [{ path: 'resource', read: (value: string) => value, check: pattern(taggedResourcePattern) }],
    arn,
  );
  const { repository } = parts;
  const resource = parseArn(arn)?.resource ?? '';
  const kind = resource.split(':')[0];
  if (kind === 'event-source-mapping') throw resourceNotFound(`Event source mapping not found: ${arn}`);
  if (kind === capacityProviderKind) {
    const record = findProviderOrThrow(parts, arn, context);
    return {
      tags: record.tags,
      write: (tags) => repository.resources.put(capacityProviderKind, { ...record, tags }),
    };
  }
  if (kind === codeSigningKind) {
    const record = findSigningConfigOrThrow(parts, arn, context);
    return {
      tags: record.tags,
      write: (tags) => repository.resources.put(codeSigningKind, { ...record, tags }),
    };
  }
  if (kind === 'layer') throw resourceNotFound('The resource you requested does not exist.');
  const target = resolveTarget({ FunctionName: arn }, context, action);
  if (target.qualifier !== undefined) {
    throw invalidParameterValue(
      'Tags on function aliases and versions are not supported. Please specify a function ARN.',
    );
  }
  const record = repository.find(target.key);
  if (!record) throw functionNotFound(functionArn(target.key));
  return {
    tags: record.tags,
    // Tags are no configuration, yet they renew the revision (1.5) [rec].
    write: (tags) => repository.update({ ...record, tags, revisionId: randomUUID() }),
  };
}
