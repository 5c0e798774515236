'use client';

import { useTranslations } from 'use-intl/react';
import { CodeBlock } from '@/components/patterns/code-block';
import { FieldsForm } from '@/components/patterns/fields/fields-form';
import { useFields } from '@/components/patterns/fields/use-fields';
import { connectProxyAction } from '@/lib/actions/functions/connect-proxy';
import type { CliOptions } from '@/lib/domain/cli-command';
import type { ConsoleError } from '@/lib/domain/console-error';
import {
  functionPolicy,
  functionPolicyName,
  proxyPolicyName,
  secretPolicy,
} from '@/lib/domain/database-proxy';
import type { DatabaseProxy, InstanceChoice } from '@/lib/queries/database-proxies';
import type { SourceChoice } from '@/lib/queries/trigger-sources';
import { routes, withQuery, type Place } from '@/lib/routes';
import { NotListed } from '../fields/not-listed';
import { proxySnippets } from './proxy-snippets';
import { useProxySpecs } from './use-proxy-specs';

export type ProxyField =
  | 'mode'
  | 'proxy'
  | 'identifier'
  | 'engineFamily'
  | 'instance'
  | 'secret'
  | 'role'
  | 'authentication'
  | 'requireTls';
export type ProxyTexts = Readonly<Record<ProxyField, string>>;

export interface ProxyChoices {
  readonly proxies: readonly DatabaseProxy[];
  readonly instances: readonly InstanceChoice[];
  readonly secrets: readonly SourceChoice[];
  readonly roles: readonly SourceChoice[];
}

export interface ProxyFormProps {
  readonly place: Place;
  readonly functionName: string;
  readonly qualifier: string | undefined;
  readonly account: string;
  readonly executionRole: string;
  readonly network: { readonly subnets: readonly string[]; readonly securityGroups: readonly string[] };
  readonly choices: ProxyChoices;
  /** Lists that could not be read, by what they are of. */
  readonly refused: Partial<Record<'proxies' | 'instances' | 'secrets' | 'roles', ConsoleError>>;
  readonly cli: CliOptions;
  readonly cannotSaveReason: string | undefined;
}

/** "Add database proxy": connects the function to one that is there, or to a new one. */
export function ProxyForm(props: ProxyFormProps) {
  const t = useTranslations('databases');
  const { place, functionName, qualifier, choices, refused } = props;
  const state = useFields<ProxyField>({ values: startOf(choices), revisionId: undefined, readAt: '' });
  const { values } = state;
  const isNew = values.mode === 'create';
  const specs = useProxySpecs(values, choices);
  const proxy = isNew ? values.identifier : values.proxy;
  const known = choices.proxies.find(({ name }) => name === proxy);
  const role = props.executionRole.split('/').at(-1) ?? '';
  const signIn = (isNew ? values.authentication === 'iam' : known?.signIn === 'iam') ? 'iam' : 'password';
  const document = functionPolicy(signIn, {
    region: place.region,
    account: props.account,
    proxyId: 'prx-*',
    secretArns: [isNew ? values.secret : (known?.secretArn ?? '')],
  });
  const lists = isNew ? (['instances', 'secrets', 'roles'] as const) : (['proxies'] as const);
  return (
    <FieldsForm
      state={state}
      specs={specs}
      isNew
      snippets={proxySnippets(values, props.network, { role, proxy, document }, props.cli)}
      cannotSaveReason={props.cannotSaveReason}
      onSave={() =>
        connectProxyAction({
          place,
          functionName,
          qualifier,
          values: isNew ? values : { mode: 'existing', proxy: values.proxy },
        })
      }
      href={withQuery(routes.configuration(place, functionName, 'rds'), { qualifier })}
      doneFlash={{ kind: 'success', title: t('connectedFlash', { name: functionName, proxy }) }}
      before={lists.map((what) => (
        <NotListed key={what} what={t(`what.${what}`)} error={refused[what]} />
      ))}
      notes={
        proxy !== '' && (
          <div className="flex flex-col gap-12 text-12">
            {isNew && values.role !== '' && (
              <Policy
                words={t('proxyPolicy', {
                  role: values.role.split('/').at(-1) ?? '',
                  policy: proxyPolicyName(proxy),
                })}
                document={secretPolicy(values.secret)}
              />
            )}
            <Policy
              words={t('rolePolicy', { role, policy: functionPolicyName(proxy) })}
              document={document}
            />
          </div>
        )
      }
    />
  );
}

function startOf({ proxies, secrets }: ProxyChoices): ProxyTexts {
  return {
    mode: proxies.length > 0 ? 'existing' : 'create',
    proxy: '',
    identifier: '',
    engineFamily: 'POSTGRESQL',
    instance: '',
    secret: secrets.length === 1 ? (secrets[0]?.value ?? '') : '',
    role: '',
    authentication: 'password',
    requireTls: '',
  };
}

/** A policy that a role will have, before it has it. */
function Policy(props: { words: string; document: object }) {
  return (
    <div className="flex flex-col gap-8">
      <p>{props.words}</p>
      <CodeBlock text={JSON.stringify(props.document, undefined, 2)} wrap />
    </div>
  );
}
