import type { Migration } from './migration.ts';

/**
 * A REST API under edit is one document: it is read and written as a whole, and a deployment is a copy of it. An API's
 * id is its host name, so it is unique across accounts and Regions. Everything of an account that belongs to no API is
 * an item; `lookup` is what else it is found by, as the value of an API key.
 */
export const restApis: Migration = {
  number: 51,
  name: 'rest-apis',
  sql: `
    CREATE TABLE apigateway_api (
      account_id TEXT NOT NULL,
      region TEXT NOT NULL,
      api_id TEXT NOT NULL UNIQUE,
      created_ms INTEGER NOT NULL,
      tags TEXT NOT NULL,
      draft TEXT NOT NULL,
      PRIMARY KEY (account_id, region, api_id)
    ) STRICT;

    CREATE TABLE apigateway_deployment (
      api_id TEXT NOT NULL REFERENCES apigateway_api (api_id) ON DELETE CASCADE,
      deployment_id TEXT NOT NULL,
      created_ms INTEGER NOT NULL,
      description TEXT,
      snapshot TEXT NOT NULL,
      PRIMARY KEY (api_id, deployment_id)
    ) STRICT;

    CREATE TABLE apigateway_stage (
      api_id TEXT NOT NULL REFERENCES apigateway_api (api_id) ON DELETE CASCADE,
      stage_name TEXT NOT NULL,
      document TEXT NOT NULL,
      PRIMARY KEY (api_id, stage_name)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE apigateway_item (
      account_id TEXT NOT NULL,
      region TEXT NOT NULL,
      kind TEXT NOT NULL,
      item_id TEXT NOT NULL,
      lookup TEXT,
      created_ms INTEGER NOT NULL,
      document TEXT NOT NULL,
      PRIMARY KEY (account_id, region, kind, item_id)
    ) STRICT;

    CREATE UNIQUE INDEX apigateway_item_by_lookup ON apigateway_item (account_id, region, kind, lookup);

    CREATE INDEX apigateway_item_by_id ON apigateway_item (kind, item_id);

    CREATE TABLE apigateway_usage (
      plan_id TEXT NOT NULL,
      key_id TEXT NOT NULL,
      day TEXT NOT NULL,
      used INTEGER NOT NULL,
      remaining INTEGER NOT NULL,
      PRIMARY KEY (plan_id, key_id, day)
    ) STRICT, WITHOUT ROWID;
  `,
};
