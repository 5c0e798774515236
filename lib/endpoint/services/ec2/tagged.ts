import { ServiceError } from '../../errors.ts';
import { idPrefixOf, notFound } from './errors.ts';
import { findOrThrow } from './finding.ts';
import type { Ec2Parts } from './parts.ts';
import type { Kind, Place } from './records.ts';

type Tags = Readonly<Record<string, string>>;

const kinds: readonly Kind[] = ['subnet', 'vpc', 'group', 'interface', 'endpoint'];

/** Changes the tags of the resource with this id, whichever kind it is of. */
export function retag(parts: Ec2Parts, place: Place, id: string, change: (tags: Tags) => Tags): void {
  const kind = kinds.find((candidate) => id.startsWith(idPrefixOf(candidate)));
  if (id.startsWith('sgr-')) return retagRule(parts, place, id, change);
  if (!kind) throw new ServiceError('InvalidID', 400, `The ID '${id}' is not valid`);
  const found = findOrThrow(parts, place, kind, id);
  parts.repository.put(kind, { ...found, tags: change(found.tags) });
}

function retagRule(parts: Ec2Parts, place: Place, id: string, change: (tags: Tags) => Tags): void {
  const group = parts.repository
    .list(place, 'group')
    .find(({ rules }) => rules.some((rule) => rule.id === id));
  if (!group) throw notFound('group', id);
  const rules = group.rules.map((rule) =>
    rule.id === id ? { ...rule, tags: change(rule.tags ?? {}) } : rule,
  );
  parts.repository.put('group', { ...group, rules });
}
