import type { Parameter } from '@aws-sdk/client-ssm';
import { partitionOf } from '../../../shared/arn.ts';
import { ServiceError } from '../../errors.ts';
import { invalidKey, parameterNotFound, versionNotFound } from './errors.ts';
import type { SsmParts } from './parts.ts';
import type { ParameterPlace, ParameterRecord, ParameterVersion } from './records.ts';
import { readSelector } from './rules/names.ts';

type Named = ParameterPlace & { readonly name: string };

export function parameterArn({ region, accountId, name }: Named): string {
  const path = name.startsWith('/') ? name : `/${name}`;
  return `arn:${partitionOf(region)}:ssm:${region}:${accountId}:parameter${path}`;
}

const defaultKey = 'alias/aws/ssm';
const managed = {
  alias: defaultKey,
  description: 'Default key that protects my SSM parameters when no other key is defined',
} as const;

/** What the ciphertext is bound to, as on AWS. */
const contextOf = (named: Named) => ({ PARAMETER_ARN: parameterArn(named) });

/** A secure string as it is kept, and the key's name as it is shown. Throws InvalidKeyId. */
export function sealValue({ keys }: SsmParts, named: Named, keyId: string | undefined, text: string) {
  try {
    const shown = keyId ?? defaultKey;
    const key = shown === defaultKey ? keys.managedKey(named, managed) : shown;
    return { keyId: shown, value: keys.encrypt(named, key, Buffer.from(text), contextOf(named)) };
  } catch (error) {
    if (error instanceof ServiceError) throw invalidKey(error.message);
    throw error;
  }
}

/** The text, decrypted; without decryption a secure string is its ciphertext. */
export function valueOf(
  { keys }: SsmParts,
  named: Named,
  version: ParameterVersion,
  isDecrypted: boolean,
): string {
  if (version.type !== 'SecureString') return Buffer.from(version.value).toString();
  if (!isDecrypted) return Buffer.from(version.value).toString('base64');
  try {
    return Buffer.from(keys.decrypt(named, version.value, contextOf(named))).toString();
  } catch (error) {
    if (error instanceof ServiceError) throw invalidKey(error.message);
    throw error;
  }
}

export function parameterOutput(
  parts: SsmParts,
  parameter: ParameterRecord,
  chosen: { readonly version: ParameterVersion; readonly selector: string; readonly isDecrypted: boolean },
): Parameter {
  const { version, selector, isDecrypted } = chosen;
  return {
    Name: parameter.name,
    Type: version.type,
    Value: valueOf(parts, parameter, version, isDecrypted),
    Version: version.version,
    ...(selector !== '' && { Selector: selector }),
    LastModifiedDate: new Date(version.modifiedMs),
    ARN: parameterArn(parameter),
    DataType: 'text',
  };
}

export function findParameterOrThrow(
  { repository }: SsmParts,
  place: ParameterPlace,
  text: string,
): ParameterRecord {
  const { accountId, region } = place;
  const parameter = repository.findParameter({ accountId, region, name: readSelector(text).name });
  if (!parameter) throw parameterNotFound();
  return parameter;
}

/** The parameter and the version that a name with a selector means. */
export function readParameterOrThrow(
  parts: SsmParts,
  place: ParameterPlace,
  text: string,
  isDecrypted: boolean,
): Parameter {
  const { name, selector } = readSelector(text);
  const parameter = findParameterOrThrow(parts, place, text);
  return parameterOutput(parts, parameter, {
    version: selectVersion(parts, parameter, selector.slice(1), name),
    selector,
    isDecrypted,
  });
}

function selectVersion(
  { repository }: SsmParts,
  parameter: ParameterRecord,
  wanted: string,
  name: string,
): ParameterVersion {
  if (wanted === '') return parameter.newest;
  const isNumber = /^\d+$/.test(wanted);
  const version = isNumber
    ? repository.findVersion(parameter, Number(wanted))
    : repository.versionsOf(parameter).find(({ labels }) => labels.includes(wanted));
  if (!version) throw versionNotFound(name, isNumber ? `version ${wanted}` : `label ${wanted}`);
  return version;
}
