import { own } from '../../../../shared/own.ts';
import { invalidValue } from '../errors.ts';
import type { EngineFamily, Tags } from '../records.ts';

/** Says where a registered database really is, as `host:port`. */
export const addressTag = 'lambdeck:address';

export interface Address {
  readonly host: string;
  readonly port: number;
}

/** Names and IPv4 addresses as they are, IPv6 addresses in brackets. */
export function readAddress(tags: Tags): Address {
  const text = tags[addressTag];
  if (text === undefined) {
    throw invalidValue(
      `This endpoint starts no databases: it registers one that runs. Say where with the tag ${addressTag}, e.g. 127.0.0.1:5432.`,
    );
  }
  const match = /^(?:\[([0-9a-fA-F:.]+)\]|([\w.-]{1,253})):(\d{1,5})$/.exec(text);
  const host = match?.[1] ?? match?.[2];
  const port = Number(match?.[3]);
  if (host === undefined || port < 1 || port > 65_535)
    throw invalidValue(`The tag ${addressTag} must be host:port, e.g. 127.0.0.1:5432.`);
  return { host, port };
}

const families: Readonly<Record<string, EngineFamily>> = {
  postgres: 'POSTGRESQL',
  mysql: 'MYSQL',
  mariadb: 'MYSQL',
};

export function familyOf(engine: string): EngineFamily | undefined {
  return own(families, engine);
}
