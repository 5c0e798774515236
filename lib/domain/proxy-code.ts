import type { EngineFamily, ProxySignIn } from './database-proxy.ts';

export interface ProxyCodeFacts {
  readonly engine: EngineFamily;
  readonly signIn: ProxySignIn;
  readonly host: string;
  readonly port: number;
  readonly secretArn: string;
  readonly isTlsRequired: boolean;
}

/** How a function uses a proxy: the variables it needs, and a connection in Node.js and Python. Holds no secret. */
export function proxyCode(facts: ProxyCodeFacts) {
  return {
    variables: `DB_HOST=${facts.host}\nDB_PORT=${facts.port}`,
    node: node(facts),
    python: python(facts),
  };
}

/** One connection is enough: an environment answers one call at a time, and the proxy shares the rest. */
function node({ engine, signIn, secretArn, isTlsRequired }: ProxyCodeFacts): string {
  const isPostgres = engine === 'POSTGRESQL';
  const hasTls = isTlsRequired || signIn === 'iam';
  const credentials =
    signIn === 'password'
      ? [
          'const secrets = new SecretsManager({});',
          `const { SecretString } = await secrets.getSecretValue({ SecretId: '${secretArn}' });`,
          'const { username: user, password } = JSON.parse(SecretString);',
        ]
      : [
          'const user = process.env.DB_USER;',
          'const signer = new Signer({ hostname: process.env.DB_HOST, port: Number(process.env.DB_PORT), username: user });',
          isPostgres
            ? 'const password = () => signer.getAuthToken();'
            : 'const password = await signer.getAuthToken();',
        ];
  return [
    signIn === 'password'
      ? "import { SecretsManager } from '@aws-sdk/client-secrets-manager';"
      : "import { Signer } from '@aws-sdk/rds-signer';",
    isPostgres ? "import pg from 'pg';" : "import mysql from 'mysql2/promise';",
    '',
    ...credentials,
    `export const pool = ${isPostgres ? 'new pg.Pool' : 'mysql.createPool'}({`,
    '  host: process.env.DB_HOST,',
    '  port: Number(process.env.DB_PORT),',
    '  database: process.env.DB_NAME,',
    '  user,',
    '  password,',
    isPostgres ? '  max: 1,' : '  connectionLimit: 1,',
    ...(hasTls ? ['  ssl: { ca: process.env.DB_CA },'] : []),
    '});',
  ].join('\n');
}

function python({ engine, signIn, secretArn, isTlsRequired }: ProxyCodeFacts): string {
  const isPostgres = engine === 'POSTGRESQL';
  const hasTls = isTlsRequired || signIn === 'iam';
  const credentials =
    signIn === 'password'
      ? [
          `secret = boto3.client("secretsmanager").get_secret_value(SecretId="${secretArn}")`,
          'login = json.loads(secret["SecretString"])',
          'user, password = login["username"], login["password"]',
        ]
      : [
          'user = os.environ["DB_USER"]',
          'password = boto3.client("rds").generate_db_auth_token(',
          '    DBHostname=os.environ["DB_HOST"], Port=int(os.environ["DB_PORT"]), DBUsername=user)',
        ];
  const tls = isPostgres ? '    sslmode="require",' : '    ssl={"ca": os.environ["DB_CA"]},';
  return [
    ...(signIn === 'password' ? ['import json'] : []),
    'import os',
    '',
    'import boto3',
    isPostgres ? 'import psycopg' : 'import pymysql',
    '',
    ...credentials,
    `connection = ${isPostgres ? 'psycopg' : 'pymysql'}.connect(`,
    '    host=os.environ["DB_HOST"],',
    '    port=int(os.environ["DB_PORT"]),',
    isPostgres ? '    dbname=os.environ["DB_NAME"],' : '    database=os.environ["DB_NAME"],',
    '    user=user,',
    '    password=password,',
    ...(hasTls ? [tls] : []),
    ')',
  ].join('\n');
}
