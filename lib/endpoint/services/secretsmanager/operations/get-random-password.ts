import type { GetRandomPasswordRequest, GetRandomPasswordResponse } from '@aws-sdk/client-secrets-manager';
import type { Given, Operation } from '../../service.ts';
import type { SecretsParts } from '../parts.ts';
import { randomPassword } from '../rules/password.ts';

export function getRandomPassword(
  _parts: SecretsParts,
): Operation<Given<GetRandomPasswordRequest>, GetRandomPasswordResponse> {
  return (input) => ({ RandomPassword: randomPassword(input) });
}
