/** A function with all that belongs to it, free of any tool's words: what every writer starts from. */

export type Plain = string | number | boolean | readonly Plain[] | { readonly [key: string]: Plain };
export type PlainRecord = Readonly<Record<string, Plain>>;

/** What one thing belongs to: undefined is the function itself, otherwise one of its aliases. */
export type Owner = string | undefined;

export interface FunctionModel {
  readonly name: string;
  readonly region: string;
  readonly description: string;
  readonly role: string;
  /** A package of files, or an image by its URI. */
  readonly code:
    | { readonly type: 'zip'; readonly runtime: string; readonly handler: string }
    | {
        readonly type: 'image';
        readonly uri: string;
        readonly entryPoint: readonly string[];
        readonly command: readonly string[];
        readonly workingDirectory: string | undefined;
      };
  readonly architecture: string;
  readonly memoryMb: number;
  readonly timeoutSeconds: number;
  readonly ephemeralStorageMb: number;
  readonly layers: readonly string[];
  /** `value` undefined: a placeholder stands for it. */
  readonly variables: readonly { readonly key: string; readonly value: string | undefined }[];
  readonly kmsKeyArn: string | undefined;
  /** `Active` or `PassThrough`. */
  readonly tracing: string;
  readonly vpc:
    | {
        readonly subnetIds: readonly string[];
        readonly securityGroupIds: readonly string[];
        readonly ipv6: boolean;
      }
    | undefined;
  readonly fileSystems: readonly { readonly arn: string; readonly path: string }[];
  readonly deadLetterArn: string | undefined;
  readonly logging:
    | {
        readonly format: string;
        readonly applicationLevel: string | undefined;
        readonly systemLevel: string | undefined;
        readonly group: string | undefined;
      }
    | undefined;
  /** `None` or `PublishedVersions`. */
  readonly snapStart: string;
  readonly tags: Readonly<Record<string, string>>;
  readonly reservedConcurrency: number | undefined;
  readonly signingConfigArn: string | undefined;
  /** `Allow`; undefined for AWS's default. */
  readonly recursiveLoop: string | undefined;
  /** Undefined for AWS's default, `Auto`. */
  readonly runtimeUpdate: { readonly on: string; readonly versionArn: string | undefined } | undefined;
  readonly aliases: readonly {
    readonly name: string;
    readonly description: string;
    readonly provisioned: number | undefined;
  }[];
  readonly urls: readonly {
    readonly owner: Owner;
    readonly authType: string;
    readonly invokeMode: string;
    /** In AWS's words: AllowOrigins, MaxAge … */
    readonly cors: PlainRecord | undefined;
  }[];
  readonly asyncConfigs: readonly {
    readonly owner: Owner;
    readonly maxAgeSeconds: number | undefined;
    readonly retries: number | undefined;
    readonly onSuccess: string | undefined;
    readonly onFailure: string | undefined;
  }[];
  readonly permissions: readonly PermissionModel[];
  /** `settings` in the words of CreateEventSourceMapping, without the function. */
  readonly mappings: readonly { readonly owner: Owner; readonly settings: PlainRecord }[];
  readonly rules: readonly {
    readonly name: string;
    readonly bus: string;
    readonly description: string;
    readonly pattern: string;
    readonly schedule: string;
    readonly isEnabled: boolean;
    readonly input: string;
  }[];
  readonly schedules: readonly {
    readonly name: string;
    readonly group: string;
    readonly description: string;
    readonly expression: string;
    readonly timeZone: string;
    readonly flexibleMinutes: number | undefined;
    readonly role: string;
    readonly input: string;
    readonly isEnabled: boolean;
  }[];
  readonly topics: readonly {
    readonly topicArn: string;
    readonly filterPolicy: string;
    readonly filterScope: string;
  }[];
  readonly logFilters: readonly {
    readonly group: string;
    readonly name: string;
    readonly pattern: string;
  }[];
  readonly buckets: readonly {
    readonly bucket: string;
    readonly events: readonly string[];
    readonly prefix: string;
    readonly suffix: string;
  }[];
  /** What belongs to the function and is not in here, a sentence each. */
  readonly omissions: readonly string[];
}

/** A statement of the resource-based policy that AddPermission can make. */
export interface PermissionModel {
  readonly owner: Owner;
  readonly id: string;
  readonly action: string;
  readonly principal: string;
  readonly sourceArn: string | undefined;
  readonly sourceAccount: string | undefined;
  readonly organizationId: string | undefined;
  readonly eventSourceToken: string | undefined;
  readonly urlAuthType: string | undefined;
  readonly isViaUrl: boolean;
}

/** Joins the words of a name with each first letter large: `orders-live` → `OrdersLive`. */
export function pascal(text: string): string {
  return text
    .split(/[^A-Za-z0-9]+/)
    .filter(Boolean)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
}

/** `orders-live` → `orders_live`; begins with a letter. */
export function snake(text: string): string {
  const words = text.replace(/([a-z\d])([A-Z])/g, '$1_$2').replace(/([A-Z]+)([A-Z][a-z])/g, '$1_$2');
  const joined = words
    .split(/[^A-Za-z0-9]+/)
    .filter(Boolean)
    .join('_')
    .toLowerCase();
  return /^[a-z]/.test(joined) ? joined : `x_${joined}`;
}

/** Hands out each name once: a second `Rule` becomes `Rule2`. */
export function nameGiver(separator = ''): (wanted: string) => string {
  const taken = new Set<string>();
  return (wanted) => {
    let name = wanted;
    for (let count = 2; taken.has(name); count += 1) name = `${wanted}${separator}${count}`;
    taken.add(name);
    return name;
  };
}

/** JSON text as what it says; a text that is no JSON stays one. */
export function parsedOr(text: string): Plain {
  try {
    const value = JSON.parse(text) as Plain | null;
    return value ?? text;
  } catch {
    return text;
  }
}

/** Only members that say something: no undefined, no empty text, list or record. */
export function present(members: Readonly<Record<string, Plain | undefined>>): Record<string, Plain> {
  return Object.fromEntries(
    Object.entries(members).flatMap(([key, value]): [string, Plain][] => {
      if (value === undefined || value === '') return [];
      if (typeof value === 'object' && Object.keys(value).length === 0) return [];
      return [[key, value]];
    }),
  );
}

/** What every text says first. */
export function headLines(model: FunctionModel, tool: string): readonly string[] {
  const hidden = model.variables.some(({ value }) => value === undefined);
  const shown = model.variables.some(({ value }) => value !== undefined);
  return [
    `${model.name} (${model.region}) as ${tool}.`,
    'The execution role and everything at the other end of triggers and destinations are named, not made.',
    ...(hidden ? ['Values of environment variables are left out: placeholders stand for them.'] : []),
    ...(shown ? ['Holds values of environment variables: keep it as you keep secrets.'] : []),
    ...(model.aliases.length > 0 ? ['Every alias points to the one version that this makes.'] : []),
    ...model.omissions,
  ];
}

/** Lines behind a comment sign; what they say comes from AWS too, so no line of it may end the comment. */
export function commented(lines: readonly string[], sign: string): string {
  return lines.map((line) => `${sign} ${line.replaceAll(/\s+/g, ' ')}`).join('\n');
}
