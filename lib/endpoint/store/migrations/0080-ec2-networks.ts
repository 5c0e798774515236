import type { Migration } from './migration.ts';

/** Networks are few and read whole; a claim says who holds an interface, which goes with its last one. */
export const ec2Networks: Migration = {
  number: 80,
  name: 'ec2-networks',
  sql: `
    CREATE TABLE ec2_place (
      account_id TEXT NOT NULL,
      region TEXT NOT NULL,
      made_ms INTEGER NOT NULL,
      PRIMARY KEY (account_id, region)
    ) STRICT;

    CREATE TABLE ec2_resource (
      account_id TEXT NOT NULL,
      region TEXT NOT NULL,
      kind TEXT NOT NULL,
      id TEXT NOT NULL,
      vpc_id TEXT NOT NULL,
      body TEXT NOT NULL,
      PRIMARY KEY (account_id, region, kind, id)
    ) STRICT;
    CREATE INDEX ec2_resource_vpc ON ec2_resource (account_id, region, kind, vpc_id);
    CREATE INDEX ec2_resource_id ON ec2_resource (id);

    CREATE TABLE ec2_claim (
      account_id TEXT NOT NULL,
      region TEXT NOT NULL,
      claimant TEXT NOT NULL,
      interface_id TEXT NOT NULL,
      PRIMARY KEY (account_id, region, claimant, interface_id)
    ) STRICT;
    CREATE INDEX ec2_claim_interface ON ec2_claim (account_id, region, interface_id);
  `,
};
