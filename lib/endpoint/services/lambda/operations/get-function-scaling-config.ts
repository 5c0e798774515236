import type {
  GetFunctionScalingConfigRequest,
  GetFunctionScalingConfigResponse,
} from '@aws-sdk/client-lambda';
import type { Given, Operation } from '../../service.ts';
import { findScaledOrThrow } from '../function-scaling.ts';
import { functionArn } from '../names.ts';
import type { LambdaParts } from '../parts.ts';

/** What was asked for; nothing of it is applied here, where no instance is started. */
export function getFunctionScalingConfig(
  parts: LambdaParts,
): Operation<Given<GetFunctionScalingConfigRequest>, GetFunctionScalingConfigResponse> {
  return (input, context) => {
    const record = findScaledOrThrow(parts, input, context, 'GetFunctionScalingConfig');
    const bounds = parts.repository.options.find(record, record.version, 'scaling');
    return {
      FunctionArn: functionArn(record, record.version),
      ...(bounds && {
        RequestedFunctionScalingConfig: {
          MinExecutionEnvironments: bounds.min,
          MaxExecutionEnvironments: bounds.max,
        },
      }),
    };
  };
}
