import type { UpdateCapacityProviderRequest, UpdateCapacityProviderResponse } from '@aws-sdk/client-lambda';
import type { Given, Operation } from '../../service.ts';
import {
  capacityProviderKind,
  findProviderOrThrow,
  providerConstraints,
  providerOutput,
} from '../capacity-providers.ts';
import type { LambdaParts } from '../parts.ts';
import { assertConstraints } from '../rules/constraints.ts';

export function updateCapacityProvider(
  parts: LambdaParts,
): Operation<Given<UpdateCapacityProviderRequest>, UpdateCapacityProviderResponse> {
  const { repository, clock } = parts;
  return (input, context) => {
    assertConstraints(providerConstraints, input);
    return repository.transaction(() => {
      const before = findProviderOrThrow(parts, input.CapacityProviderName, context);
      const { CapacityProviderScalingConfig: scaling, PropagateTags, TelemetryConfig } = input;
      const after = {
        ...before,
        document: {
          ...before.document,
          CapacityProviderScalingConfig: { ...before.document.CapacityProviderScalingConfig, ...scaling },
          ...(PropagateTags && { PropagateTags }),
          ...(TelemetryConfig && { TelemetryConfig }),
        },
        modifiedMs: clock.now(),
      };
      repository.resources.put(capacityProviderKind, after);
      return { CapacityProvider: providerOutput(after) };
    });
  };
}
