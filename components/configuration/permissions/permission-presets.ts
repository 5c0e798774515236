import type { PermissionValues } from '@/lib/forms/permission';

export type PermissionKind = 'service' | 'account';

/** Services that invoke functions by their own principal, with the form of the source's ARN. */
export const invokingServices = [
  { principal: 'apigateway.amazonaws.com', label: 'API Gateway', source: 'arn:aws:execute-api:…' },
  { principal: 's3.amazonaws.com', label: 'S3', source: 'arn:aws:s3:::bucket' },
  { principal: 'sns.amazonaws.com', label: 'SNS', source: 'arn:aws:sns:…' },
  { principal: 'events.amazonaws.com', label: 'EventBridge', source: 'arn:aws:events:…:rule/…' },
  { principal: 'logs.amazonaws.com', label: 'CloudWatch Logs', source: 'arn:aws:logs:…:log-group:…:*' },
  {
    principal: 'elasticloadbalancing.amazonaws.com',
    label: 'Application Load Balancer',
    source: 'arn:aws:elasticloadbalancing:…:targetgroup/…',
  },
  { principal: 'iot.amazonaws.com', label: 'AWS IoT', source: 'arn:aws:iot:…:rule/…' },
  { principal: 'secretsmanager.amazonaws.com', label: 'Secrets Manager', source: 'arn:aws:secretsmanager:…' },
] as const;

/** What accounts and roles are usually let do. */
export const grantableActions = [
  'lambda:InvokeFunction',
  'lambda:InvokeFunctionUrl',
  'lambda:GetFunction',
  'lambda:GetFunctionConfiguration',
  'lambda:UpdateFunctionCode',
  'lambda:*',
] as const;

export const noPermission: PermissionValues = {
  statementId: '',
  principal: '',
  action: 'lambda:InvokeFunction',
  sourceArn: '',
  sourceAccount: '',
  organizationId: '',
};

/** Only what belongs to the kind is sent: what was typed for the other one stays behind. */
export function valuesOfKind(kind: PermissionKind, values: PermissionValues): PermissionValues {
  return kind === 'service'
    ? { ...values, organizationId: '', action: 'lambda:InvokeFunction' }
    : { ...values, sourceArn: '', sourceAccount: '' };
}
