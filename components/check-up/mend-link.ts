import type { Finding } from '@/lib/domain/check-up';
import { routes, withQuery, type Place } from '@/lib/routes';

/** The form that mends a finding, or the page that says more; undefined where the console has neither. */
export function mendHref(place: Place, { kind, functionName, qualifier }: Finding): string | undefined {
  switch (kind) {
    case 'publicPolicy':
      return routes.editPolicy(place, functionName);
    case 'runtimeBlocked':
    case 'runtimeDeprecated':
      return routes.editCode(place, functionName, 'runtime');
    case 'stateFailed':
      return routes.function(place, functionName);
    case 'publicUrl':
      return withQuery(routes.editConfiguration(place, functionName, 'function-url'), { qualifier });
    case 'stopped':
      return routes.editConfiguration(place, functionName, 'concurrency');
    case 'stateInactive':
      return routes.functionTab(place, functionName, 'test');
    case 'eventsLost':
      return routes.editDestination(place, functionName);
    case 'logsKept':
      return undefined;
  }
}

/** Where the functions list shows all findings of a kind. */
export function listHref(place: Place, kind: Finding['kind']): string {
  const isRuntime = kind === 'runtimeBlocked' || kind === 'runtimeDeprecated';
  return withQuery(routes.functions(place), { view: isRuntime ? 'deprecated' : 'failed' });
}
