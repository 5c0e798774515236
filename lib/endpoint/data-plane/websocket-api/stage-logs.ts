import type { PublishedStage } from '../../services/apigatewayv2/index.ts';

export interface StageLogging {
  readonly level: 'OFF' | 'ERROR' | 'INFO';
  /** Whether bodies, headers and parameters are kept, too. */
  readonly hasData: boolean;
}

/** What the stage's execution log keeps of a route: its own settings, else the stage's. */
export function loggingOf({ settings }: PublishedStage, routeKey: string): StageLogging {
  const own = settings.RouteSettings?.[routeKey];
  const shared = settings.DefaultRouteSettings;
  const level = own?.LoggingLevel ?? shared?.LoggingLevel ?? 'OFF';
  return {
    level: level === 'INFO' || level === 'ERROR' ? level : 'OFF',
    hasData: own?.DataTraceEnabled ?? shared?.DataTraceEnabled ?? false,
  };
}
