/** Everything that is recorded, as `thing.act`. A new act adds its name here. */
export const auditActions = [
  'function.create',
  'function.delete',
  'function.code-update',
  'function.code-download',
  'function.configuration-update',
  'function.environment-read',
  'function.environment-update',
  'function.tags-update',
  'function.invoke',
  'function.memory-tune',
  'function.memory-restore',
  'function.version-publish',
  'function.version-delete',
  'function.alias-create',
  'function.alias-update',
  'function.alias-delete',
  'function.concurrency-update',
  'function.url-update',
  'function.url-delete',
  'function.permission-add',
  'function.permission-remove',
  'function.async-update',
  'function.async-remove',
  'function.trigger-add',
  'function.trigger-update',
  'function.trigger-delete',
  'function.destination-update',
  'function.proxy-connect',
  'function.proxy-disconnect',
  'function.proxy-deregister',
  'function.proxy-delete',
  'function.runtime-update',
  'function.package-update',
  'function.layers-update',
  'function.recursion-update',
  'function.provisioned-update',
  'function.provisioned-remove',
  'function.scaling-update',
  'function.execution-stop',
  'function.callback-send',
  'function.signing-update',
  'function.policy-update',
  'layer.publish',
  'layer.delete',
  'layer.download',
  'layer.permission-add',
  'layer.permission-remove',
  'signing.create',
  'signing.update',
  'signing.delete',
  'provider.create',
  'provider.update',
  'provider.delete',
  'api.create',
  'api.import',
  'api.update',
  'api.tags-update',
  'api.delete',
  'api.deploy',
  'api.test',
  'api.call',
  'api.connect',
  'api.connection-post',
  'api.connection-delete',
  'api-resource.create',
  'api-resource.update',
  'api-resource.delete',
  'api-method.create',
  'api-method.update',
  'api-method.delete',
  'api-route.create',
  'api-route.update',
  'api-route.delete',
  'api-integration.create',
  'api-integration.update',
  'api-integration.delete',
  'api-authorizer.create',
  'api-authorizer.update',
  'api-authorizer.delete',
  'api-stage.create',
  'api-stage.update',
  'api-stage.delete',
  'api-deployment.delete',
  'api-model.create',
  'api-model.update',
  'api-model.delete',
  'api-key.create',
  'api-key.update',
  'api-key.delete',
  'api-key.read',
  'usage-plan.create',
  'usage-plan.update',
  'usage-plan.delete',
  'domain-name.create',
  'domain-name.update',
  'domain-name.delete',
  'vpc-link.create',
  'vpc-link.update',
  'vpc-link.delete',
  'client-certificate.create',
  'client-certificate.update',
  'client-certificate.delete',
  'role.create',
  'test-event.save',
  'test-event.delete',
  'insights-query.save',
  'insights-query.delete',
  'connection.create',
  'connection.update',
  'connection.delete',
  'connection.test',
  'session.sign-in',
  'session.sign-out',
  'password.change',
  'user.create',
  'user.role-update',
  'user.password-reset',
  'user.disable',
  'user.enable',
  'user.delete',
  'settings.update',
] as const;
export type AuditAction = (typeof auditActions)[number];

export const auditOutcomes = ['ok', 'refused', 'failed'] as const;
/** `refused`: a rule, a role or AWS said no. `failed`: it broke on the way. */
export type AuditOutcome = (typeof auditOutcomes)[number];

/** Facts about the act; plain values, never a secret or a value of an environment variable. */
export type AuditDetails = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;

export interface AuditEvent {
  readonly actor: { readonly id: string; readonly name: string; readonly role: string };
  readonly action: AuditAction;
  readonly place?: { readonly connectionId: string; readonly region: string };
  /** Name of what was acted on: a function, a connection. */
  readonly target?: string;
  /** e.g. `lambda:UpdateFunctionCode`. */
  readonly operation?: string;
  readonly outcome: AuditOutcome;
  /** Kind of ConsoleError when the outcome is not `ok`. */
  readonly kind?: string;
  readonly details?: AuditDetails;
  readonly requestId?: string;
}

export interface AuditRecord extends Omit<AuditEvent, 'action'> {
  /** One of `auditActions`, or the name an older version wrote. */
  readonly action: string;
  readonly id: number;
  /** ISO time. */
  readonly at: string;
  readonly details: AuditDetails;
}
