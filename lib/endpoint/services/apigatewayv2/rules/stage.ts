import type { CreateStageRequest } from '@aws-sdk/client-apigatewayv2';
import { notImplemented } from '../../../errors.ts';
import { badRequest } from '../errors.ts';
import type { HttpApiParts } from '../parts.ts';
import { protocolOf, type Protocol, type StoredStage } from '../records.ts';

type StageInput = Omit<Partial<CreateStageRequest>, 'ApiId' | 'StageName' | 'Tags'>;

export function assertStageName(name: string): void {
  if (name === '$default' || /^[\w-]{1,128}$/.test(name)) return;
  throw badRequest('Stage name only allows a-zA-Z0-9_- and $default');
}

/** The stage that a change leaves. */
export function changedStage(
  { repository, clock }: HttpApiParts,
  apiId: string,
  before: StoredStage,
  input: StageInput,
): StoredStage {
  if (input.ClientCertificateId !== undefined) throw notImplemented('ClientCertificateId of a stage');
  const isAutomatic = input.AutoDeploy ?? before.AutoDeploy;
  if (isAutomatic && input.DeploymentId !== undefined)
    throw badRequest('A stage with AutoDeploy chooses its deployment itself: leave DeploymentId out.');
  if (input.DeploymentId !== undefined && !repository.findPart(apiId, 'deployment', input.DeploymentId))
    throw badRequest(`Invalid Deployment identifier specified ${input.DeploymentId}`);
  assertVariables(input.StageVariables ?? {});
  const api = repository.findApi(apiId);
  assertRouteSettings(repository.listParts(apiId, 'route'), input, api ? protocolOf(api) : 'HTTP');
  return {
    ...before,
    AutoDeploy: isAutomatic,
    updatedMs: clock.now(),
    ...(input.DeploymentId !== undefined && { DeploymentId: input.DeploymentId }),
    ...(input.Description !== undefined && { Description: input.Description }),
    ...(input.StageVariables && {
      StageVariables: withoutEmpty({ ...before.StageVariables, ...input.StageVariables }),
    }),
    ...(input.DefaultRouteSettings && {
      DefaultRouteSettings: { ...before.DefaultRouteSettings, ...input.DefaultRouteSettings },
    }),
    ...(input.RouteSettings && { RouteSettings: { ...before.RouteSettings, ...input.RouteSettings } }),
    ...(input.AccessLogSettings && { AccessLogSettings: input.AccessLogSettings }),
  };
}

/** A variable is removed by giving it no text. */
function withoutEmpty(variables: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''));
}

function assertVariables(variables: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(variables)) {
    if (!/^\w{1,64}$/.test(name))
      throw badRequest(`Stage variable name '${name}' is invalid. Only a-zA-Z0-9_ are allowed.`);
    if (!/^[A-Za-z0-9\-._~:/?#&=,]{0,512}$/.test(value))
      throw badRequest(
        `Stage variable value for '${name}' is invalid. Only A-Za-z0-9-._~:/?#&=, are allowed, 512 at most.`,
      );
  }
}

/** Recorded: a setting names a route that there is. */
function assertRouteSettings(
  routes: readonly { readonly RouteKey: string }[],
  { RouteSettings = {}, DefaultRouteSettings }: StageInput,
  protocol: Protocol,
): void {
  for (const key of Object.keys(RouteSettings))
    if (!routes.some(({ RouteKey }) => RouteKey === key))
      throw badRequest(`Unable to find Route by key ${key} within the provided RouteSettings`);
  for (const settings of [DefaultRouteSettings, ...Object.values(RouteSettings)])
    if (
      protocol === 'HTTP' &&
      (settings?.DataTraceEnabled === true || (settings?.LoggingLevel ?? 'OFF') !== 'OFF')
    )
      throw badRequest('Execution logs are not supported on protocolType HTTP');
}
