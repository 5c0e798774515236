import type {
  UpdateSecretVersionStageRequest,
  UpdateSecretVersionStageResponse,
} from '@aws-sdk/client-secrets-manager';
import type { Given, Operation } from '../../service.ts';
import { invalidParameter, valueNotFound } from '../errors.ts';
import type { SecretsParts } from '../parts.ts';
import { assertStages } from '../rules/input.ts';
import { findLiveSecretOrThrow, secretArn } from '../secrets.ts';
import { current, moveStage } from '../versions.ts';

export function updateSecretVersionStage(
  parts: SecretsParts,
): Operation<Given<UpdateSecretVersionStageRequest>, UpdateSecretVersionStageResponse> {
  const { repository } = parts;
  return (input, context) => {
    const { VersionStage: stage, RemoveFromVersionId: fromId, MoveToVersionId: toId } = input;
    assertStages([stage]);
    return repository.transaction(() => {
      const secret = findLiveSecretOrThrow(parts, input.SecretId, context);
      const versions = repository.versionsOf(secret);
      for (const id of [fromId, toId]) {
        if (id !== undefined && !versions.some((version) => version.id === id))
          throw valueNotFound(`VersionId: ${id}`);
      }
      const holder = versions.find(({ stages }) => stages.includes(stage))?.id;
      if (fromId === undefined && holder !== undefined && holder !== toId)
        throw invalidParameter(
          `The parameter RemoveFromVersionId can't be empty. Staging label ${stage} is currently attached to version ${holder}, so you must explicitly reference that version in RemoveFromVersionId.`,
        );
      if (fromId !== undefined && fromId !== holder)
        throw invalidParameter(`The staging label ${stage} is not attached to version ${fromId}.`);
      if (stage === current && toId === undefined)
        throw invalidParameter(
          `You can only move staging label ${current} to a different secret version. It can't be completely removed.`,
        );
      moveStage(parts, secret, stage, toId);
      return { ARN: secretArn(secret), Name: secret.name };
    });
  };
}
