import type { Migration } from './migration.ts';

/**
 * Routes, integrations, stages, deployments and authorizers of an API are documents of one table: they are read by API
 * and kind alone. An API's id is its host name, so it is unique across accounts and Regions.
 */
export const httpApis: Migration = {
  number: 50,
  name: 'http-apis',
  sql: `
    CREATE TABLE apigatewayv2_api (
      account_id TEXT NOT NULL,
      region TEXT NOT NULL,
      api_id TEXT NOT NULL UNIQUE,
      settings TEXT NOT NULL,
      created_ms INTEGER NOT NULL,
      PRIMARY KEY (account_id, region, api_id)
    ) STRICT;

    CREATE TABLE apigatewayv2_part (
      api_id TEXT NOT NULL REFERENCES apigatewayv2_api (api_id) ON DELETE CASCADE,
      kind TEXT NOT NULL,
      part_id TEXT NOT NULL,
      document TEXT NOT NULL,
      PRIMARY KEY (api_id, kind, part_id)
    ) STRICT, WITHOUT ROWID;
  `,
};
