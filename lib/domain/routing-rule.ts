/** A header that a routing rule looks at; a star in the value stands for anything, at its beginning or end. */
export interface HeaderMatch {
  readonly name: string;
  readonly glob: string;
}

/** What leads a request of a custom domain to a stage before its mappings are asked. */
export interface RoutingRule {
  readonly id: string;
  readonly priority: number;
  /** One of each must hold. */
  readonly headers: readonly (readonly HeaderMatch[])[];
  /** One of them must begin the path; empty: any path. */
  readonly basePaths: readonly string[];
  readonly apiId: string;
  readonly stage: string;
  readonly stripBasePath: boolean;
}

/** AWS's words for mappings differ: REST APIs' service calls them base path mappings. */
export const routingModes = [
  'BASE_PATH_MAPPING_ONLY',
  'ROUTING_RULE_ONLY',
  'ROUTING_RULE_THEN_BASE_PATH_MAPPING',
] as const;

export const headerConditionsMax = 2;
export const priorityMax = 1_000_000;

const between = ' || ';

/** A condition in one line: `x-version: a* || x-version: b*`. */
export function headerLine(anyOf: readonly HeaderMatch[]): string {
  return anyOf.map(({ name, glob }) => `${name}: ${glob}`).join(between);
}

/** Undefined for a line that is no condition. */
export function readHeaderLine(line: string): readonly HeaderMatch[] | undefined {
  const matches = line.split(between).map((part) => {
    const [, name, glob] =
      /^\s*([!#$%&'*+\-.^_`|~\w]+)\s*:\s*(\*?[^*\s](?:[^*]*[^*\s])?\*?)\s*$/.exec(part) ?? [];
    return name === undefined || glob === undefined ? undefined : { name, glob };
  });
  return matches.every((match) => match !== undefined) ? matches : undefined;
}
