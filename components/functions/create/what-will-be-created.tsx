'use client';

import { ScrollText, ShieldCheck, SquareFunction } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl/react';
import { CodeBlock } from '@/components/patterns/code-block';
import { linesOf } from '@/components/patterns/fields/field-spec';
import { cliCommand, type CliOptions } from '@/lib/domain/cli-command';
import type { Place } from '@/lib/routes';
import { partitionOf } from '@/lib/shared/arn';
import { computeFlags } from './compute-values';
import type { CreateValues } from './create-form';

const trust =
  '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"lambda.amazonaws.com"},"Action":"sts:AssumeRole"}]}';

/** The function, its role and its log group, and the commands that would make them. */
export function WhatWillBeCreated(props: {
  place: Place;
  values: CreateValues;
  handler: string;
  cli: CliOptions;
}) {
  const t = useTranslations('create.panel');
  const { values } = props;
  const name = values.functionName || t('unnamed');
  return (
    <>
      <ul className="flex flex-col gap-8">
        <Thing
          icon={<SquareFunction aria-hidden size={18} strokeWidth={1.75} />}
          tone="bg-kind-function-ground text-kind-function"
          title={name}
          text={`${values.runtime}, ${t('functionDetail', { architecture: values.architecture })}`}
        />
        <Thing
          icon={<ShieldCheck aria-hidden size={18} strokeWidth={1.75} />}
          tone="bg-neutral-ground text-neutral-text"
          title={t('role')}
          text={values.roleMode === 'new' ? t('roleNew') : t('roleExisting')}
        />
        <Thing
          icon={<ScrollText aria-hidden size={18} strokeWidth={1.75} />}
          tone="bg-neutral-ground text-neutral-text"
          title={t('logGroup')}
          text={t('logGroupDetail')}
        />
      </ul>
      <div className="flex flex-col gap-8">
        <h3 className="text-14 font-semibold">{t('sameAsCode')}</h3>
        <CodeBlock text={commands(props, name)} title="AWS CLI" wrap />
      </div>
    </>
  );
}

function Thing(props: { icon: ReactNode; tone: string; title: string; text: string }) {
  return (
    <li className="flex items-center gap-12 rounded-8 border border-edge-strong bg-surface p-8">
      <span className={`grid size-32 shrink-0 place-items-center rounded-6 ${props.tone}`}>{props.icon}</span>
      <span className="min-w-0">
        <span className="block truncate font-medium">{props.title}</span>
        <span className="block text-12 text-muted">{props.text}</span>
      </span>
    </li>
  );
}

function commands(
  props: { place: Place; values: CreateValues; handler: string; cli: CliOptions },
  name: string,
): string {
  const { place, values } = props;
  const roleName = `${name}-role`;
  const isNew = values.roleMode === 'new';
  const create = cliCommand(
    'lambda',
    'create-function',
    {
      'function-name': name,
      runtime: values.runtime,
      architectures: values.architecture,
      handler: props.handler,
      description: values.description || undefined,
      'zip-file': 'fileb://package.zip',
      role: isNew
        ? `arn:${partitionOf(place.region)}:iam::ACCOUNT:role/service-role/${roleName}`
        : values.roleArn,
      'tenancy-config': values.isTenantIsolated ? { TenantIsolationMode: 'PER_TENANT' } : undefined,
      ...computeFlags(values.compute),
      'vpc-config': values.vpc.isEnabled
        ? {
            SubnetIds: linesOf(values.vpc.subnets),
            SecurityGroupIds: linesOf(values.vpc.securityGroups),
            ...(values.vpc.allowsIpv6 && { Ipv6AllowedForDualStack: true }),
          }
        : undefined,
    },
    props.cli,
  );
  if (!isNew) return create;
  const role = cliCommand(
    'iam',
    'create-role',
    { 'role-name': roleName, path: '/service-role/', 'assume-role-policy-document': trust },
    props.cli,
  );
  const policies = [
    'AWSLambdaBasicExecutionRole',
    ...(values.vpc.isEnabled ? ['AWSLambdaVPCAccessExecutionRole'] : []),
  ];
  const attached = policies.map((policy) =>
    cliCommand(
      'iam',
      'attach-role-policy',
      {
        'role-name': roleName,
        'policy-arn': `arn:${partitionOf(place.region)}:iam::aws:policy/service-role/${policy}`,
      },
      props.cli,
    ),
  );
  return [role, ...attached, create].join('\n\n');
}
