import type { CreateDBInstanceMessage, CreateDBInstanceResult } from '@aws-sdk/client-rds';
import { randomBytes } from 'node:crypto';
import { notImplemented } from '../../../errors.ts';
import type { Given, Operation } from '../../service.ts';
import { instanceExists, instanceQuota, invalidValue } from '../errors.ts';
import { instanceOutput } from '../instances.ts';
import type { RdsParts } from '../parts.ts';
import type { InstanceRecord } from '../records.ts';
import { familyOf, readAddress } from '../rules/address.ts';
import { assertKnown, mergeTags, readName } from '../rules/input.ts';
import { assertGroups } from '../rules/proxy-input.ts';

const instancesMax = 40;

/** Of these the storage and the password mean nothing for a database that runs already, and the port is in its address. */
const known = [
  'DBInstanceIdentifier',
  'DBInstanceClass',
  'Engine',
  'EngineVersion',
  'MasterUsername',
  'MasterUserPassword',
  'DBName',
  'AllocatedStorage',
  'Port',
  'Tags',
  'VpcSecurityGroupIds',
];

export function createDBInstance(
  parts: RdsParts,
): Operation<Given<CreateDBInstanceMessage>, CreateDBInstanceResult> {
  const { repository, clock } = parts;
  return (input, { accountId, region }) => {
    assertKnown(input, known, 'CreateDBInstance');
    const name = readName(input.DBInstanceIdentifier, 'DBInstanceIdentifier');
    const engine = input.Engine.toLowerCase();
    if (!familyOf(engine)) throw notImplemented(`A DB instance of the engine ${engine.slice(0, 50)}`);
    const tags = mergeTags({}, input.Tags ?? []);
    const { port } = readAddress(tags);
    if (input.Port !== undefined && input.Port !== port)
      throw invalidValue(`The Port ${input.Port} is not the one of the address, ${port}.`);
    assertGroups(input.VpcSecurityGroupIds ?? []);
    const instance: InstanceRecord = {
      accountId,
      region,
      name,
      resourceId: `db-${randomBytes(13).toString('hex').toUpperCase()}`,
      settings: {
        engine,
        engineVersion: input.EngineVersion,
        instanceClass: input.DBInstanceClass,
        masterUsername: input.MasterUsername,
        database: input.DBName,
        securityGroupIds: input.VpcSecurityGroupIds ?? [],
      },
      tags,
      createdMs: clock.now(),
    };
    repository.transaction(() => {
      if (repository.findInstance(instance, name)) throw instanceExists();
      if (repository.pageOfInstances(instance, { after: '', countMax: instancesMax }).length === instancesMax)
        throw instanceQuota();
      repository.putInstance(instance);
    });
    return { DBInstance: instanceOutput(instance) };
  };
}
