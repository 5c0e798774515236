import type { DeleteTagsRequest } from '@aws-sdk/client-ec2';
import type { Given, Operation } from '../../service.ts';
import type { Ec2Parts } from '../parts.ts';
import { retag } from '../tagged.ts';

/** A tag with a value goes only if it has that value; without any named, all go. */
export function deleteTags(parts: Ec2Parts): Operation<Given<DeleteTagsRequest>, undefined> {
  return (input, context) => {
    const isMeant = (key: string, value: string) =>
      (input.Tags ?? []).length === 0 ||
      (input.Tags ?? []).some(({ Key, Value }) => Key === key && (Value === undefined || Value === value));
    for (const id of new Set(input.Resources))
      retag(parts, context, id, (before) =>
        Object.fromEntries(Object.entries(before).filter(([key, value]) => !isMeant(key, value))),
      );
    return undefined;
  };
}
