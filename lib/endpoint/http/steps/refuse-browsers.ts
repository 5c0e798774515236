import { ServiceError } from '../../errors.ts';
import type { Wire } from '../../wire/wire.ts';
import type { Step } from '../exchange.ts';

/**
 * Keeps web pages away from the control plane: whoever can create a function runs code on this machine.
 * Browsers mark what a page sends with `Origin` or `Sec-Fetch-Site`; only an address the user typed is `none`.
 * Pages of deployed functions share our own origin in path style, so `same-origin` is no better than the rest.
 */
export function refuseBrowsers(wire: Wire): Step {
  return ({ request, requestId }) => {
    const { origin, 'sec-fetch-site': site } = request.headers;
    if (origin === undefined && (site === undefined || site === 'none')) return undefined;
    const error = new ServiceError(
      'AccessDeniedException',
      403,
      'The control plane does not answer web pages: this request carries Origin or Sec-Fetch-Site. Call it from a ' +
        'program instead, or use the console.',
    );
    return wire.refuse(request, undefined, requestId, error);
  };
}
