/**
 * AWS Secrets Manager: secrets with their versions and stages, encrypted by KMS.
 *
 * Gaps: rotation, replicas in other Regions, policies of secrets, secrets managed by partners; secrets of other accounts
 * and Regions. What asks for one of them is refused with NotImplemented. Listing goes by name, creation or change;
 * `last-accessed-date` and the filters `primary-region` and `owning-service` are refused.
 *
 * By design: values lie in the database encrypted under the secret's KMS key, or under `alias/aws/secretsmanager`, which
 * comes into being with the first secret, and are bound to the secret's ARN and version as on AWS. A change of the key
 * encrypts anew what has a stage. Every caller of the account may read every secret. A deleted secret goes for good after
 * its window. Of a hundred versions the oldest without a stage makes room, at any age (AWS waits a day).
 *
 * Client quirks: a secret is found by name, by ARN, and by an ARN without its last six characters. Texts of refusals are
 * AWS's where its clients' reports quote them, and unconfirmed elsewhere.
 */
import type { Database } from '../../store/database.ts';
import { bindOperations } from '../bind-operations.ts';
import type { Clock } from '../clock.ts';
import type { KeyDoor } from '../kms/index.ts';
import type { Service } from '../service.ts';
import { operations } from './generated/operations.ts';
import type { SecretsParts } from './parts.ts';
import { readSecret } from './read-secret.ts';
import type { SecretPlace } from './records.ts';
import { createSecretsRepository } from './repository.ts';

/** Secrets as other services of the endpoint read them. */
export interface SecretDoor {
  /** The current text. Throws the ServiceErrors of GetSecretValue; undefined for a binary secret. */
  text(place: SecretPlace, id: string): string | undefined;
}

export interface SecretsManagerService extends Service {
  readonly secrets: SecretDoor;
}

export function createSecretsManagerService(options: {
  readonly database: Database;
  readonly clock: Clock;
  readonly keys: KeyDoor;
}): SecretsManagerService {
  const { database, clock, keys } = options;
  const parts: SecretsParts = { repository: createSecretsRepository(database), clock, keys };
  return {
    name: 'secretsmanager',
    operations: bindOperations(operations, parts),
    secrets: { text: (place, secret) => readSecret(parts, place, { secret }).SecretString },
  };
}
