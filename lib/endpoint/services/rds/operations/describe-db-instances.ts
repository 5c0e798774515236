import type { DBInstanceMessage, DescribeDBInstancesMessage } from '@aws-sdk/client-rds';
import type { Given, Operation } from '../../service.ts';
import { findInstanceOrThrow, instanceOutput } from '../instances.ts';
import type { RdsParts } from '../parts.ts';
import { assertKnown, pageOutput, readPage } from '../rules/input.ts';

export function describeDBInstances(
  parts: RdsParts,
): Operation<Given<DescribeDBInstancesMessage>, DBInstanceMessage> {
  return (input, context) => {
    assertKnown(
      { ...input, Filters: input.Filters?.length === 0 ? undefined : input.Filters },
      ['DBInstanceIdentifier', 'MaxRecords', 'Marker'],
      'DescribeDBInstances',
    );
    const { DBInstanceIdentifier: name } = input;
    if (name !== undefined)
      return { DBInstances: [instanceOutput(findInstanceOrThrow(parts, context, name))] };
    const { size, after } = readPage(input);
    const found = parts.repository.pageOfInstances(context, { after, countMax: size + 1 });
    return {
      DBInstances: found.slice(0, size).map((instance) => instanceOutput(instance)),
      ...pageOutput(found, size),
    };
  };
}
