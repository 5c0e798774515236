import type { DBInstance } from '@aws-sdk/client-rds';
import { instanceNotFound } from './errors.ts';
import type { RdsParts } from './parts.ts';
import { instanceArn } from './proxies.ts';
import type { InstanceRecord, RdsPlace } from './records.ts';
import { readAddress } from './rules/address.ts';
import { tagList } from './rules/input.ts';

export function findInstanceOrThrow(
  { repository }: Pick<RdsParts, 'repository'>,
  place: RdsPlace,
  name: string,
): InstanceRecord {
  const instance = repository.findInstance(place, name.toLowerCase());
  if (!instance) throw instanceNotFound(name);
  return instance;
}

/** What is known of a database that runs elsewhere, and no more. */
export function instanceOutput(instance: InstanceRecord, status = 'available'): DBInstance {
  const { settings } = instance;
  const { host, port } = readAddress(instance.tags);
  return {
    DBInstanceIdentifier: instance.name,
    DBInstanceArn: instanceArn(instance),
    DbiResourceId: instance.resourceId,
    DBInstanceClass: settings.instanceClass,
    DBInstanceStatus: status,
    Engine: settings.engine,
    ...(settings.engineVersion !== undefined && { EngineVersion: settings.engineVersion }),
    ...(settings.masterUsername !== undefined && { MasterUsername: settings.masterUsername }),
    ...(settings.database !== undefined && { DBName: settings.database }),
    Endpoint: { Address: host, Port: port },
    InstanceCreateTime: new Date(instance.createdMs),
    VpcSecurityGroups: settings.securityGroupIds.map((id) => ({ VpcSecurityGroupId: id, Status: 'active' })),
    IAMDatabaseAuthenticationEnabled: false,
    DeletionProtection: false,
    TagList: tagList(instance.tags),
  };
}
