import type {
  GetProvisionedConcurrencyConfigCommandInput,
  GetProvisionedConcurrencyConfigResponse,
} from '@aws-sdk/client-lambda';
import type { Operation } from '../../service.ts';
import { provisionedConcurrencyConfigNotFound } from '../errors.ts';
import type { LambdaParts } from '../parts.ts';
import { resolveProvisionedTarget } from '../provisioned-target.ts';

/** Provisioned concurrency cannot be asked for yet, so none is found. */
export function getProvisionedConcurrencyConfig(
  parts: LambdaParts,
): Operation<GetProvisionedConcurrencyConfigCommandInput, GetProvisionedConcurrencyConfigResponse> {
  return (input, context) => {
    resolveProvisionedTarget(parts.repository, input, context, 'GetProvisionedConcurrencyConfig');
    throw provisionedConcurrencyConfigNotFound();
  };
}
