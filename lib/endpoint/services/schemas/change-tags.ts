import type { RequestContext } from '../service.ts';
import { findTagged } from './names.ts';
import type { SchemasParts } from './parts.ts';

type Tags = Readonly<Record<string, string>>;

/** Gives a registry or schema other tags, in one transaction. */
export async function changeTags(
  { repository, commits }: SchemasParts,
  arn: string,
  context: Pick<RequestContext, 'accountId' | 'region'>,
  change: (tags: Tags) => Tags,
): Promise<void> {
  await commits.run(() => {
    const found = findTagged(repository, arn, context);
    const tags = change(found.record.tags);
    if (found.kind === 'registry') repository.putRegistry({ ...found.record, tags });
    else repository.putSchema({ ...found.record, tags });
  });
}
