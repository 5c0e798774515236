import { ServiceError } from '../../errors.ts';
import type { Kind } from './records.ts';

/** EC2 answers 400 to everything that is the caller's fault. */
function refusal(code: string, message: string): ServiceError {
  return new ServiceError(code, 400, message);
}

interface Words {
  readonly code: string;
  readonly malformed: string;
  readonly prefix: string;
  readonly missing: (id: string) => string;
}

const words: Readonly<Record<Kind, Words>> = {
  vpc: {
    code: 'InvalidVpcID',
    malformed: 'InvalidVpcId',
    prefix: 'vpc-',
    missing: (id) => `The vpc ID '${id}' does not exist`,
  },
  subnet: {
    code: 'InvalidSubnetID',
    malformed: 'InvalidSubnetID',
    prefix: 'subnet-',
    missing: (id) => `The subnet ID '${id}' does not exist`,
  },
  group: {
    code: 'InvalidGroup',
    malformed: 'InvalidGroupId',
    prefix: 'sg-',
    missing: (id) => `The security group '${id}' does not exist`,
  },
  interface: {
    code: 'InvalidNetworkInterfaceID',
    malformed: 'InvalidNetworkInterfaceId',
    prefix: 'eni-',
    missing: (id) => `The networkInterface ID '${id}' does not exist`,
  },
  endpoint: {
    code: 'InvalidVpcEndpointId',
    malformed: 'InvalidVpcEndpointId',
    prefix: 'vpce-',
    missing: (id) => `The Vpc Endpoint Id '${id}' does not exist`,
  },
};

export const idPrefixOf = (kind: Kind) => words[kind].prefix;

/** An id of another shape than the kind's is told apart from one that nothing has. */
export function notFound(kind: Kind, id: string): ServiceError {
  const { code, malformed, prefix, missing } = words[kind];
  if (!id.startsWith(prefix))
    return refusal(`${malformed}.Malformed`, `Invalid id: "${id}" (expecting "${prefix}...")`);
  return refusal(`${code}.NotFound`, missing(id));
}

export const invalidValue = (message: string) => refusal('InvalidParameterValue', message);
export const missingParameter = (message: string) => refusal('MissingParameter', message);
export const invalidFilter = (name: string) => invalidValue(`The filter '${name}' is invalid`);
export const dependencyViolation = (message: string) => refusal('DependencyViolation', message);
export const limitExceeded = (code: string, message: string) => refusal(code, message);
export const conflict = (code: string, message: string) => refusal(code, message);

/** The answer to `DryRun` of what would have been done. */
export function dryRun(): ServiceError {
  return new ServiceError('DryRunOperation', 412, 'Request would have succeeded, but DryRun flag is set.');
}
