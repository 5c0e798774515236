import { parseArn } from '../../../shared/arn.ts';
import type { RequestContext } from '../service.ts';
import { functionNotFound, invalidParameterValue, resourceNotFound } from './errors.ts';
import { functionArn, resolveTarget } from './names.ts';
import type { LambdaParts } from './parts.ts';
import type { FunctionRecord } from './records.ts';
import { assertConstraints, pattern } from './rules/constraints.ts';
import { taggedResourcePattern } from './rules/patterns.ts';

/** The function that a tag operation is about. Of the other kinds of resources none exists here. */
export function findTaggedFunction(
  parts: LambdaParts,
  arn: string,
  context: RequestContext,
  action: string,
): FunctionRecord {
  assertConstraints(
    [{ path: 'resource', read: (value: string) => value, check: pattern(taggedResourcePattern) }],
    arn,
  );
  const resource = parseArn(arn)?.resource ?? '';
  const kind = resource.split(':')[0];
  if (kind === 'event-source-mapping') throw resourceNotFound(`Event source mapping not found: ${arn}`);
  if (kind === 'capacity-provider') throw resourceNotFound(`Capacity provider not found: ${arn}`);
  if (kind === 'code-signing-config') {
    throw resourceNotFound(`The Lambda code signing configuration ${arn} can not be found.`);
  }
  if (kind === 'layer') throw resourceNotFound('The resource you requested does not exist.');
  const target = resolveTarget({ FunctionName: arn }, context, action);
  if (target.qualifier !== undefined) {
    throw invalidParameterValue(
      'Tags on function aliases and versions are not supported. Please specify a function ARN.',
    );
  }
  const record = parts.repository.find(target.key);
  if (!record) throw functionNotFound(functionArn(target.key));
  return record;
}
