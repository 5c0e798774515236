import type { PutParameterRequest, PutParameterResult } from '@aws-sdk/client-ssm';
import { notImplemented } from '../../../errors.ts';
import type { Given, Operation } from '../../service.ts';
import { alreadyExists, outOfBounds, typeMismatch, validation, versionLimit } from '../errors.ts';
import { sealValue } from '../parameters.ts';
import type { SsmParts } from '../parts.ts';
import type { ParameterRecord, ParameterType, ParameterVersion } from '../records.ts';
import { assertNewName } from '../rules/names.ts';
import { mergeTags } from '../rules/tags.ts';
import { assertValue, readTier } from '../rules/values.ts';

const versionsMax = 100;

type Input = Given<PutParameterRequest>;

export function putParameter(parts: SsmParts): Operation<Input, PutParameterResult> {
  const { repository } = parts;
  return (input, { accountId, region }) => {
    assertOffered(input);
    assertNewName(input.Name);
    if ((input.Description?.length ?? 0) > 1024)
      throw outOfBounds('description', 'Member must have length less than or equal to 1024');
    const isOverwrite = input.Overwrite === true;
    if (isOverwrite && (input.Tags?.length ?? 0) > 0)
      throw validation(
        "Invalid request: tags and overwrite can't be used together. To create a parameter with tags, please remove overwrite flag. To update tags for an existing parameter, please use AddTagsToResource or RemoveTagsFromResource.",
      );
    const tags = mergeTags({}, input.Tags ?? []);
    const named = { accountId, region, name: input.Name };
    return repository.transaction(() => {
      const before = repository.findParameter(named);
      if (before && !isOverwrite) throw alreadyExists();
      const version = newVersion(parts, named, input, before);
      if (before) makeRoom(parts, before);
      repository.putParameter(named, version.version, before?.tags ?? tags);
      repository.putVersion(named, version);
      return { Version: version.version, Tier: version.tier };
    });
  };
}

function newVersion(
  parts: SsmParts,
  named: Pick<ParameterRecord, 'accountId' | 'region' | 'name'>,
  input: Input,
  before: ParameterRecord | undefined,
): ParameterVersion {
  const type = (input.Type as ParameterType | undefined) ?? before?.newest.type;
  if (type === undefined) throw validation('A parameter type is required when you create a parameter.');
  if (before && type !== before.newest.type) throw typeMismatch();
  if (input.KeyId !== undefined && type !== 'SecureString')
    throw validation('KeyId is required for SecureString type parameter only.');
  const tier = readTier(input.Tier, input.Value, before?.newest.tier);
  const allowedPattern = input.AllowedPattern === '' ? undefined : input.AllowedPattern;
  assertValue(input.Value, { type, tier, allowedPattern });
  return {
    version: (before?.newest.version ?? 0) + 1,
    type,
    keyId: undefined,
    value: Buffer.from(input.Value),
    ...(type === 'SecureString' && sealValue(parts, named, input.KeyId ?? before?.newest.keyId, input.Value)),
    description: input.Description ?? before?.newest.description,
    allowedPattern,
    tier,
    labels: [],
    modifiedMs: parts.clock.now(),
  };
}

function makeRoom({ repository }: SsmParts, parameter: ParameterRecord): void {
  const versions = repository.versionsOf(parameter);
  const [oldest] = versions;
  if (versions.length < versionsMax || !oldest) return;
  if (oldest.labels.length > 0) throw versionLimit(parameter.name, oldest.version);
  repository.deleteVersion(parameter, oldest.version);
}

function assertOffered(input: Input): void {
  if (input.Policies !== undefined && input.Policies !== '' && input.Policies !== '[]')
    throw notImplemented('Policies of parameters');
  const { DataType: dataType = 'text', Type: type } = input;
  if (dataType !== 'text') throw notImplemented(`The data type ${dataType} of parameters`);
  if (type !== undefined && !['String', 'StringList', 'SecureString'].includes(type))
    throw outOfBounds('type', 'Member must satisfy enum value set: [SecureString, StringList, String]');
}
