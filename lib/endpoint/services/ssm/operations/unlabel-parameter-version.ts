import type { UnlabelParameterVersionRequest, UnlabelParameterVersionResult } from '@aws-sdk/client-ssm';
import type { Given, Operation } from '../../service.ts';
import { versionNotFound } from '../errors.ts';
import { findParameterOrThrow } from '../parameters.ts';
import type { SsmParts } from '../parts.ts';
import { assertLabels } from '../rules/names.ts';

export function unlabelParameterVersion(
  parts: SsmParts,
): Operation<Given<UnlabelParameterVersionRequest>, UnlabelParameterVersionResult> {
  const { repository } = parts;
  return (input, context) => {
    assertLabels(input.Labels);
    return repository.transaction(() => {
      const parameter = findParameterOrThrow(parts, context, input.Name);
      const version = repository.findVersion(parameter, input.ParameterVersion);
      if (!version) throw versionNotFound(parameter.name, `version ${input.ParameterVersion}`);
      const labels = version.labels.filter((label) => !input.Labels.includes(label));
      repository.putVersion(parameter, { ...version, labels });
      return {
        RemovedLabels: input.Labels.filter((label) => version.labels.includes(label)),
        InvalidLabels: input.Labels.filter((label) => !version.labels.includes(label)),
      };
    });
  };
}
