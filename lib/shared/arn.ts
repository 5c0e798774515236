/** The parts of an Amazon Resource Name: `arn:partition:service:region:account:resource`. */
export interface Arn {
  readonly partition: string;
  readonly service: string;
  /** Empty for global services and for S3. */
  readonly region: string;
  readonly account: string;
  /** Everything after the account; holds colons and slashes as the service writes them. */
  readonly resource: string;
}

/** Splits an ARN; undefined for text that is none. */
export function parseArn(text: string): Arn | undefined {
  const match = /^arn:([^:]+):([^:]+):([^:]*):([^:]*):(.+)$/s.exec(text);
  if (!match) return undefined;
  const [, partition = '', service = '', region = '', account = '', resource = ''] = match;
  return { partition, service, region, account, resource };
}

/** The partition a Region belongs to. */
export function partitionOf(region: string): string {
  if (region.startsWith('cn-')) return 'aws-cn';
  if (region.startsWith('us-gov-')) return 'aws-us-gov';
  if (region.startsWith('eusc-')) return 'aws-eusc';
  const isolated = /^[a-z]{2}-(iso[a-z]?)-/.exec(region);
  return isolated?.[1] === undefined
    ? 'aws'
    : `aws-${isolated[1] === 'iso' ? 'iso' : isolated[1].replace('iso', 'iso-')}`;
}
