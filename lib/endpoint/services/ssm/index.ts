/**
 * AWS Systems Manager, Parameter Store alone: parameters with versions, labels and hierarchies.
 *
 * Gaps: everything else of Systems Manager; policies of parameters, the data types `aws:ec2:image` and
 * `aws:ssm:integration`, parameters shared with other accounts, references to secrets and AWS's public parameters. What
 * asks for one of them is refused with NotImplemented.
 *
 * By design: secure strings lie in the database encrypted by KMS, bound to the parameter's ARN as on AWS, by default under
 * `alias/aws/ssm`, which comes into being with the first of them. The tier `Intelligent-Tiering` becomes the tier that the
 * value's size needs. Of a hundred versions the oldest makes room, unless it has a label. `LastModifiedUser` is the
 * account. Every caller of the account may read every parameter. A label filters by the newest version alone.
 *
 * Client quirks: ParameterNotFound comes without a message, as on AWS. GetParameters tells what it cannot find in
 * `InvalidParameters` and does not fail. Texts of refusals are partly unconfirmed.
 */
import type { Database } from '../../store/database.ts';
import { bindOperations } from '../bind-operations.ts';
import type { Clock } from '../clock.ts';
import type { KeyDoor } from '../kms/index.ts';
import type { Service } from '../service.ts';
import { operations } from './generated/operations.ts';
import { createParametersRepository } from './repository.ts';

export function createSsmService(options: {
  readonly database: Database;
  readonly clock: Clock;
  readonly keys: KeyDoor;
}): Service {
  const { database, clock, keys } = options;
  const parts = { repository: createParametersRepository(database), clock, keys };
  return { name: 'ssm', operations: bindOperations(operations, parts) };
}
