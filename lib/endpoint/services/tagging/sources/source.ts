import type { ServiceName } from '../../service.ts';

export type Tags = Readonly<Record<string, string>>;

/** Sends an operation of the source's service, for whoever asked us. */
export type Call = <Output>(operation: string, input: object) => Promise<Output>;

/** Where resources are looked for. */
export interface Place {
  readonly accountId: string;
  readonly region: string;
}

/** How a service reads and changes the tags of what an ARN names. */
export interface TagCalls {
  read(call: Call, arn: string): Promise<Tags>;
  add(call: Call, arn: string, tags: Tags): Promise<unknown>;
  remove(call: Call, arn: string, keys: readonly string[]): Promise<unknown>;
}

/** One kind of resource that bears tags. */
export interface TagSource extends TagCalls {
  /** As filters name it: the service as its ARNs spell it, a colon, the kind, e.g. `lambda:function`. */
  readonly type: string;
  readonly service: ServiceName;
  /** Whether this is such a resource, by the part of its ARN behind the account. */
  holds(resource: string): boolean;
  /** A page in the service's own order; `next` continues behind it. */
  list(
    call: Call,
    place: Place,
    token: string | undefined,
  ): Promise<{ readonly arns: readonly string[]; readonly next?: string | undefined }>;
}

/** A pair as most services write it. */
export interface Pair {
  readonly Key?: string | undefined;
  readonly Value?: string | undefined;
}

export function toPairs(tags: Tags): { Key: string; Value: string }[] {
  return Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));
}

export function fromPairs(pairs: readonly Pair[] = []): Tags {
  return Object.fromEntries(pairs.map(({ Key = '', Value = '' }) => [Key, Value]));
}

/** The common form: `ListTagsForResource`, `TagResource` and `UntagResource` over pairs. */
export const pairCalls: TagCalls = {
  async read(call, ResourceArn) {
    const { Tags } = await call<{ Tags?: Pair[] }>('ListTagsForResource', {
      ResourceArn,
      ResourceARN: ResourceArn,
    });
    return fromPairs(Tags);
  },
  add: (call, ResourceArn, tags) =>
    call('TagResource', { ResourceArn, ResourceARN: ResourceArn, Tags: toPairs(tags) }),
  remove: (call, ResourceArn, TagKeys) =>
    call('UntagResource', { ResourceArn, ResourceARN: ResourceArn, TagKeys }),
};

/** Whether the part of an ARN behind the account begins so. */
export const startsWith = (prefix: string) => (resource: string) => resource.startsWith(prefix);
