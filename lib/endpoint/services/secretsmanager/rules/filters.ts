import type { Filter } from '@aws-sdk/client-secrets-manager';
import { notImplemented } from '../../../errors.ts';
import { outOfBounds } from '../errors.ts';
import type { SecretRecord } from '../records.ts';

const filtersMax = 10;

/** Whether a secret has what every filter wants; of a filter's values one is enough, `!` before it turns it round. */
export function secretFilter(filters: readonly Filter[]): (secret: SecretRecord) => boolean {
  if (filters.length > filtersMax)
    throw outOfBounds('filters', `Member must have length less than or equal to ${filtersMax}`);
  const checks = filters.map((filter) => {
    const values = filter.Values ?? [];
    if (values.length < 1 || values.length > 10)
      throw outOfBounds('filters.values', 'Member must have length between 1 and 10');
    const textsOf = readKey(filter.Key);
    const isCaseless = filter.Key === 'description' || filter.Key === 'all';
    return (secret: SecretRecord) =>
      values.some((value) => {
        const isWanted = !value.startsWith('!');
        const wanted = fold(isWanted ? value : value.slice(1), isCaseless);
        const words = filter.Key === 'all' ? wanted.split(/[ /_=.@-]+/).filter(Boolean) : [wanted];
        const texts = textsOf(secret).map((text) => fold(text, isCaseless));
        const isThere = words.every((word) =>
          texts.some((text) => (filter.Key === 'all' ? text.includes(word) : text.startsWith(word))),
        );
        return isThere === isWanted;
      });
  });
  return (secret) => checks.every((check) => check(secret));
}

const fold = (text: string, isCaseless: boolean) => (isCaseless ? text.toLowerCase() : text);

function readKey(key: string | undefined): (secret: SecretRecord) => readonly string[] {
  switch (key) {
    case 'name':
      return ({ name }) => [name];
    case 'description':
      return ({ description = '' }) => [description];
    case 'tag-key':
      return ({ tags }) => Object.keys(tags);
    case 'tag-value':
      return ({ tags }) => Object.values(tags);
    case 'all':
      return ({ name, description = '', tags }) => [
        name,
        description,
        ...Object.keys(tags),
        ...Object.values(tags),
      ];
    case 'primary-region':
    case 'owning-service':
      throw notImplemented(`The filter ${key} of ListSecrets`);
    default:
      throw outOfBounds(
        'filters.key',
        'Member must satisfy enum value set: [description, name, tag-key, tag-value, primary-region, owning-service, all]',
      );
  }
}
