import type {
  PutFunctionScalingConfigRequest,
  PutFunctionScalingConfigResponse,
} from '@aws-sdk/client-lambda';
import type { Given, Operation } from '../../service.ts';
import { toStates } from '../configuration.ts';
import { invalidParameterValue } from '../errors.ts';
import { findScaledOrThrow } from '../function-scaling.ts';
import type { LambdaParts } from '../parts.ts';
import { assertConstraints, range, type ConstraintRow } from '../rules/constraints.ts';

const environmentsMax = 15_000;
const constraints: readonly ConstraintRow<Given<PutFunctionScalingConfigRequest>>[] = [
  {
    path: 'functionScalingConfig.minExecutionEnvironments',
    read: (input) => input.FunctionScalingConfig?.MinExecutionEnvironments,
    check: range(0, environmentsMax),
  },
  {
    path: 'functionScalingConfig.maxExecutionEnvironments',
    read: (input) => input.FunctionScalingConfig?.MaxExecutionEnvironments,
    check: range(0, environmentsMax),
  },
];

/** Kept and shown. Without bounds it takes away those that were there. AWS's texts are unconfirmed. */
export function putFunctionScalingConfig(
  parts: LambdaParts,
): Operation<Given<PutFunctionScalingConfigRequest>, PutFunctionScalingConfigResponse> {
  return (input, context) => {
    const record = findScaledOrThrow(parts, input, context, 'PutFunctionScalingConfig');
    assertConstraints(constraints, input);
    const { MinExecutionEnvironments: min, MaxExecutionEnvironments: max } =
      input.FunctionScalingConfig ?? {};
    if ((min === undefined) !== (max === undefined))
      throw invalidParameterValue(
        'MinExecutionEnvironments and MaxExecutionEnvironments must be set together.',
      );
    if (min !== undefined && max !== undefined && min > max)
      throw invalidParameterValue(
        'MinExecutionEnvironments must be less than or equal to MaxExecutionEnvironments.',
      );
    const { options } = parts.repository;
    if (min === undefined) options.remove(record, record.version, 'scaling');
    else options.put(record, record.version, 'scaling', { min, max });
    return { FunctionState: toStates(record).State };
  };
}
