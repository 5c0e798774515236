import type {
  GetProvisionedConcurrencyConfigCommandInput,
  GetProvisionedConcurrencyConfigResponse,
} from '@aws-sdk/client-lambda';
import type { Operation } from '../../service.ts';
import { provisionedConcurrencyConfigNotFound } from '../errors.ts';
import type { LambdaParts } from '../parts.ts';
import { resolveProvisionedTarget, toProvisionedConfig } from '../provisioned-target.ts';

export function getProvisionedConcurrencyConfig(
  parts: LambdaParts,
): Operation<GetProvisionedConcurrencyConfigCommandInput, GetProvisionedConcurrencyConfigResponse> {
  return (input, context) => {
    const { key, qualifier } = resolveProvisionedTarget(
      parts.repository,
      input,
      context,
      'GetProvisionedConcurrencyConfig',
    );
    const view = parts.provisioned.find(key, qualifier ?? '');
    if (!view) throw provisionedConcurrencyConfigNotFound();
    return toProvisionedConfig(view);
  };
}
