import * as z from 'zod';
import { connectionTones } from '@/lib/domain/connection';

const region = z.string().regex(/^[a-z]{2,4}(-[a-z]+)+-\d{1,2}$/, 'is not the name of a Region');
const accessKeyId = z.string().regex(/^\w{4,128}$/, 'has 4 to 128 letters and digits');
const endpointUrl = z.url({ protocol: /^https?$/, error: 'starts with http:// or https://' });

/** How a connection reaches AWS; nothing here is secret. */
export const connectionSettings = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('embedded') }),
  z.object({ kind: z.literal('default-chain') }),
  z.object({ kind: z.literal('profile'), profile: z.string().min(1).max(200) }),
  z.object({ kind: z.literal('static-keys'), accessKeyId }),
  z.object({
    kind: z.literal('assumed-role'),
    sourceConnectionId: z.string().min(1),
    roleArn: z.string().regex(/^arn:aws[\w-]*:iam::\d{12}:role\/[\w+=,.@/-]+$/, 'is not the ARN of a role'),
    externalId: z.string().min(2).max(1224).optional(),
  }),
  z.object({
    kind: z.literal('custom-endpoint'),
    endpointUrl,
    accessKeyId,
    /** PEM of the authority that signed the endpoint's certificate. */
    certificateAuthority: z.string().max(64_000).includes('-----BEGIN CERTIFICATE-----').optional(),
  }),
]);
export type ConnectionSettings = z.infer<typeof connectionSettings>;

export const connectionFields = z.object({
  id: z.string().regex(/^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/, 'has up to 40 of a-z, 0-9 and hyphens'),
  name: z.string().trim().min(1).max(60),
  tone: z.enum(connectionTones),
  region,
});

/** Keys that stay on the server, encrypted at rest. */
export const connectionSecrets = z.object({
  secretAccessKey: z.string().min(1).max(512),
  sessionToken: z.string().max(8_192).optional(),
});
export type ConnectionSecrets = z.infer<typeof connectionSecrets>;

/** A place AWS can be asked at. Without secrets, but for the server only: it names keys, roles and addresses. */
export interface Connection extends z.infer<typeof connectionFields> {
  readonly settings: ConnectionSettings;
  /** `built-in` and `file` cannot be changed from the console. */
  readonly origin: 'built-in' | 'file' | 'console';
  /** Grows with every change, so that cached clients of the old one are not used. */
  readonly version: number;
}

/** Every way in which a connection cannot be used. */
export type ConnectionErrorReason =
  | 'not-found'
  | 'exists'
  | 'read-only'
  | 'address-refused'
  | 'address-unknown'
  | 'secret-missing'
  | 'secret-unreadable'
  | 'source-loop'
  | 'file-invalid';

export class ConnectionError extends Error {
  override readonly name = 'ConnectionError';
  readonly reason: ConnectionErrorReason;

  constructor(reason: ConnectionErrorReason, message: string) {
    super(message);
    this.reason = reason;
  }
}
