import { assertInvariant } from '../../../shared/invariant.ts';
import { accountOf } from '../../wire/credential-scope.ts';
import type { Wire } from '../../wire/wire.ts';
import type { Step } from '../exchange.ts';
import { HttpRequestContext } from '../request-context.ts';

/** SigV4a and the global services sign for no region of their own. */
const DEFAULT_REGION = 'us-east-1';

/** The last step: the AWS APIs. Account and region come from the signature's scope. */
export function answerControlPlane(
  wire: Wire,
  accountOfKey: (accessKeyId: string) => string = accountOf,
): Step {
  return (exchange) => {
    const { scope } = exchange;
    assertInvariant(scope, 'The control plane was reached without a signature.');
    const region = scope.region ?? DEFAULT_REGION;
    const context = new HttpRequestContext(exchange, accountOfKey(scope.accessKeyId), region);
    return wire.handle(exchange.request, context, scope);
  };
}
