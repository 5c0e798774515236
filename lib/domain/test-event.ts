/** Private events are the console's own, one user's each; shareable ones lie with AWS, for everyone of the account. */
export type EventSharing = 'private' | 'shareable';

/** A saved event of the Test tab. */
export interface TestEvent {
  readonly name: string;
  readonly sharing: EventSharing;
  /** JSON as it was typed; of a shareable event, as JSON writes it. */
  readonly body: string;
}

const sharedPrefix = 'shareable/';

/** Tells events of one function apart, in the URL too: a private and a shareable one may have the same name. */
export function eventKey({ name, sharing }: Pick<TestEvent, 'name' | 'sharing'>): string {
  return sharing === 'shareable' ? `${sharedPrefix}${name}` : name;
}

/** The name in a key, and whose it is. */
export function parseEventKey(key: string): Pick<TestEvent, 'name' | 'sharing'> {
  return key.startsWith(sharedPrefix)
    ? { name: key.slice(sharedPrefix.length), sharing: 'shareable' }
    : { name: key, sharing: 'private' };
}
