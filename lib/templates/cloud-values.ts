import type { Owner } from './model.ts';

/** Another resource or a parameter of the same template: itself, or one of its attributes. */
export class Reference {
  readonly target: string;
  readonly attribute: string | undefined;

  constructor(target: string, attribute?: string) {
    this.target = target;
    this.attribute = attribute;
  }
}

export type Cloud =
  string | number | boolean | Reference | readonly Cloud[] | { readonly [key: string]: Cloud };

export interface CloudResource {
  readonly id: string;
  readonly type: string;
  readonly properties: Readonly<Record<string, Cloud>>;
  readonly dependsOn: string | undefined;
}

export interface CloudParts {
  /** One for each environment variable whose value is left out. */
  readonly parameters: readonly { readonly id: string; readonly variable: string }[];
  readonly resources: readonly CloudResource[];
}

const isEmpty = (value: Cloud | undefined) =>
  value === undefined ||
  value === '' ||
  (typeof value === 'object' && !(value instanceof Reference) && Object.keys(value).length === 0);

/** A resource without the properties that say nothing. */
export function resourceOf(
  id: string,
  type: string,
  properties: Readonly<Record<string, Cloud | undefined>>,
  dependsOn?: string,
): CloudResource {
  const kept = Object.entries(properties).flatMap(([key, value]): [string, Cloud][] =>
    value === undefined || isEmpty(value) ? [] : [[key, value]],
  );
  return { id, type, properties: Object.fromEntries(kept), dependsOn };
}

/** Name of the resource that something belongs to. */
export type OwnerIds = (owner: Owner) => string;
