import type { Snippet } from '@/components/patterns/form-frame/change';
import { cliCommand, type CliOptions } from '@/lib/domain/cli-command';
import { functionPolicyName, proxyPolicyName, secretPolicy } from '@/lib/domain/database-proxy';
import type { ProxyTexts } from './proxy-form';

export interface GrantedPolicy {
  readonly role: string;
  readonly proxy: string;
  readonly document: object;
}

const putPolicy = (RoleName: string, PolicyName: string, document: object, cli: CliOptions) =>
  cliCommand(
    'iam',
    'put-role-policy',
    { 'role-name': RoleName, 'policy-name': PolicyName, 'policy-document': JSON.stringify(document) },
    cli,
  );

/** The same steps as commands, in the order in which they are taken. */
export function proxySnippets(
  values: ProxyTexts,
  network: { readonly subnets: readonly string[]; readonly securityGroups: readonly string[] },
  granted: GrantedPolicy,
  cli: CliOptions,
): readonly Snippet[] {
  const name = { 'db-proxy-name': values.identifier };
  const making = [
    cliCommand(
      'rds',
      'create-db-proxy',
      {
        ...name,
        'engine-family': values.engineFamily,
        auth: [
          {
            AuthScheme: 'SECRETS',
            SecretArn: values.secret,
            IAMAuth: values.authentication === 'iam' ? 'REQUIRED' : 'DISABLED',
          },
        ],
        'role-arn': values.role,
        'vpc-subnet-ids': network.subnets,
        'vpc-security-group-ids': network.securityGroups,
        'require-tls': values.requireTls === 'on',
      },
      cli,
    ),
    putPolicy(
      values.role.split('/').at(-1) ?? '',
      proxyPolicyName(values.identifier),
      secretPolicy(values.secret),
      cli,
    ),
    cliCommand(
      'rds',
      'register-db-proxy-targets',
      { ...name, 'db-instance-identifiers': values.instance },
      cli,
    ),
  ];
  const granting = putPolicy(granted.role, functionPolicyName(granted.proxy), granted.document, cli);
  const text = [...(values.mode === 'create' ? making : []), granting].join('\n\n');
  return [{ id: 'cli', label: 'AWS CLI', text }];
}
