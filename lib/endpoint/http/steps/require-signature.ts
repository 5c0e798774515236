import { ServiceError } from '../../errors.ts';
import { readCredentialScope, type CredentialScope } from '../../wire/credential-scope.ts';
import type { WireRequest } from '../../wire/message.ts';
import type { Wire } from '../../wire/wire.ts';
import type { Step } from '../exchange.ts';

/**
 * A presigned URL needs no header, so a link or an image on a web page can carry one. Where no keys are configured
 * nothing tells a made-up one from a real one: it may then only read, and the query protocol's GETs can write.
 */
function isRiskyWithoutVerification(scope: CredentialScope, request: WireRequest): boolean {
  if (scope.placement !== 'query') return false;
  if (request.method === 'POST') return true;
  return /(^|&)Action=(?!GetCallerIdentity(&|$))/.test(request.query);
}

/** Asks for a well-formed signature, which a page of another origin cannot send without our consent. */
export function requireSignature(wire: Wire, isVerified: boolean): Step {
  return (exchange) => {
    const { request, requestId } = exchange;
    const scope = readScope(request);
    if (!scope) return wire.refuse(request, undefined, requestId, 'missing-authentication');
    if (!isVerified && isRiskyWithoutVerification(scope, request))
      return wire.refuse(
        request,
        scope,
        requestId,
        new ServiceError(
          'AccessDeniedException',
          403,
          'A presigned URL may only read as long as the endpoint has no access keys configured. Sign the request in ' +
            'its Authorization header, or configure keys.',
        ),
      );
    exchange.scope = scope;
    return undefined;
  };
}

function readScope(request: WireRequest): CredentialScope | undefined {
  try {
    return readCredentialScope(request.headers, request.query);
  } catch {
    // A query that cannot be decoded has no signature either.
    return undefined;
  }
}
