import type { MethodSetting } from '@aws-sdk/client-api-gateway';
import type { StoredStage } from '../../services/apigateway/index.ts';
import type { MethodCall, RestCall } from './rest-call.ts';
import type { StageLogging } from './stage-logs.ts';

/** A stage's settings for a method: its own before those for all. */
export function methodSetting(call: MethodCall): MethodSetting {
  const settings = call.stage?.methodSettings ?? {};
  const path = call.resource.path.slice(1);
  const verb = call.methodRecord.httpMethod;
  return settings[`${path}/${verb}`] ?? settings['*/*'] ?? {};
}

/** Whether any method of a stage has an execution log. */
export function isLogged({ methodSettings = {} }: StoredStage): boolean {
  return Object.values(methodSettings).some(({ loggingLevel = 'OFF' }) => loggingLevel !== 'OFF');
}

/** Of the method that a call met, else of all methods. */
export function settingMet({ stage, learned, method }: RestCall): MethodSetting | undefined {
  const settings = stage?.methodSettings ?? {};
  const path = learned.resource?.path.slice(1);
  return settings[`${path}/${method}`] ?? settings[`${path}/ANY`] ?? settings['*/*'];
}

/** What the execution log keeps of a call. */
export function stageLogging(call: RestCall): StageLogging {
  const own = settingMet(call);
  const level = own?.loggingLevel;
  return {
    level: level === 'INFO' || level === 'ERROR' ? level : 'OFF',
    hasData: own?.dataTraceEnabled === true,
  };
}
