/**
 * Whether a request under a custom domain is one of the endpoint's own operations: signed for another service than APIs
 * are. A domain may be named as the endpoint is reached; without this it would lock everybody out, its owner too.
 */
export function isForEndpoint({ signedFor }: { readonly signedFor?: string | undefined }): boolean {
  return signedFor !== undefined && signedFor !== 'execute-api';
}
