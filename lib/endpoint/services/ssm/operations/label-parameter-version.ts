import type { LabelParameterVersionRequest, LabelParameterVersionResult } from '@aws-sdk/client-ssm';
import type { Given, Operation } from '../../service.ts';
import { labelLimit, versionNotFound } from '../errors.ts';
import { findParameterOrThrow } from '../parameters.ts';
import type { SsmParts } from '../parts.ts';
import { assertLabels, isLabel } from '../rules/names.ts';

const labelsMax = 10;

/** A label is on one version: on another it is taken from that one. */
export function labelParameterVersion(
  parts: SsmParts,
): Operation<Given<LabelParameterVersionRequest>, LabelParameterVersionResult> {
  const { repository } = parts;
  return (input, context) => {
    assertLabels(input.Labels);
    const valid = input.Labels.filter(isLabel);
    return repository.transaction(() => {
      const parameter = findParameterOrThrow(parts, context, input.Name);
      const number = input.ParameterVersion ?? parameter.newest.version;
      const version = repository.findVersion(parameter, number);
      if (!version) throw versionNotFound(parameter.name, `version ${number}`);
      const labels = [...new Set([...version.labels, ...valid])];
      if (labels.length > labelsMax) throw labelLimit();
      for (const other of repository.versionsOf(parameter)) {
        const kept = other.labels.filter((label) => !valid.includes(label));
        if (other.version !== number && kept.length < other.labels.length)
          repository.putVersion(parameter, { ...other, labels: kept });
      }
      repository.putVersion(parameter, { ...version, labels });
      return {
        InvalidLabels: input.Labels.filter((label) => !isLabel(label)),
        ParameterVersion: number,
      };
    });
  };
}
