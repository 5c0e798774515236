'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useState, useTransition } from 'react';
import { useTranslations } from 'use-intl/react';
import { Failure } from '@/components/patterns/failure';
import { useFlash } from '@/components/patterns/flash';
import { SidePanel, WithSidePanel } from '@/components/patterns/side-panel';
import { Button } from '@/components/ui/button';
import { ButtonLink } from '@/components/ui/button-link';
import { RadioGroup } from '@/components/ui/radio-group';
import { SelectField } from '@/components/ui/select-field';
import { TextField } from '@/components/ui/text-field';
import { createFunctionAction } from '@/lib/actions/functions/create-function';
import type { CliOptions } from '@/lib/domain/cli-command';
import type { ConsoleError } from '@/lib/domain/console-error';
import type { RuntimeFacts } from '@/lib/domain/runtimes';
import type { RoleChoice } from '@/lib/queries/roles';
import type { Networks } from '@/lib/queries/sections';
import { routes, type Place } from '@/lib/routes';
import type { Result } from '@/lib/shared/result';
import { AdditionalFields, type AdditionalValues } from './additional-fields';
import type { ProviderChoices } from './compute-fields';
import { computeInput, plainCompute } from './compute-values';
import { RoleFields } from './role-fields';
import { noVpc } from './vpc-fields';
import { WhatWillBeCreated } from './what-will-be-created';

/** What the form holds. */
export interface CreateValues extends AdditionalValues {
  readonly functionName: string;
  readonly description: string;
  readonly runtime: string;
  readonly architecture: 'x86_64' | 'arm64';
  readonly sampleId: string;
  readonly roleMode: 'new' | 'existing';
  readonly roleArn: string;
}

/** A sample as the form offers it; its files stay on the server. */
export interface SampleChoice {
  readonly id: string;
  readonly handler: string;
  readonly languages: readonly string[];
}

const namePattern = /^[a-zA-Z0-9-_]{1,64}$/;
const formId = 'create-function';
const fieldsWithErrors = [
  'functionName',
  'description',
  'runtime',
  'role',
  'vpc',
  'subnets',
  'securityGroups',
  'provider',
  'memoryMb',
  'executionTimeout',
  'retentionDays',
];

/** The create page: fields beside what they will make. */
export function CreateForm(props: {
  place: Place;
  latest: readonly RuntimeFacts[];
  other: readonly RuntimeFacts[];
  samples: readonly SampleChoice[];
  roles: readonly RoleChoice[];
  /** Why the roles could not be listed. */
  rolesRefused?: string;
  networks: Promise<Result<Networks, ConsoleError>>;
  providers: Promise<ProviderChoices>;
  cli: CliOptions;
}) {
  const t = useTranslations('create');
  const common = useTranslations('ui');
  const router = useRouter();
  const flash = useFlash();
  const { place, samples } = props;
  const runtimes = [...props.latest, ...props.other];
  const samplesOf = (runtime: string) => {
    const language = runtimes.find(({ identifier }) => identifier === runtime)?.language ?? '';
    return samples.filter((sample) => sample.languages.includes(language));
  };
  const firstRuntime = runtimes[0]?.identifier ?? '';
  const [values, setValues] = useState<CreateValues>({
    functionName: '',
    description: '',
    runtime: firstRuntime,
    architecture: 'x86_64',
    sampleId: samplesOf(firstRuntime)[0]?.id ?? '',
    roleMode: 'new',
    roleArn: '',
    vpc: noVpc,
    compute: plainCompute,
    isTenantIsolated: false,
  });
  const [error, setError] = useState<ConsoleError>();
  const [isPending, startTransition] = useTransition();

  const change = (part: Partial<CreateValues>) => {
    setValues((current) => ({ ...current, ...part }));
    setError(undefined);
  };
  const handleRuntime = (runtime: string) => change({ runtime, sampleId: samplesOf(runtime)[0]?.id ?? '' });
  const refuseHere = (field: string, message: string) =>
    setError({ kind: 'invalid', message, field, at: new Date().toISOString() });
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (isPending) return;
    if (!namePattern.test(values.functionName)) return refuseHere('functionName', t('functionNamePattern'));
    if (values.roleMode === 'existing' && !values.roleArn) return refuseHere('role', t('roleMissing'));
    const { isEnabled, subnets, securityGroups, allowsIpv6 } = values.vpc;
    if (isEnabled && subnets.trim() === '')
      return refuseHere(values.vpc.vpc ? 'subnets' : 'vpc', t('subnetsMissing'));
    if (isEnabled && securityGroups.trim() === '') return refuseHere('securityGroups', t('groupsMissing'));
    if (values.compute.type === 'managed' && !values.compute.provider)
      return refuseHere('provider', t('providerMissing'));
    startTransition(async () => {
      const { roleMode, roleArn, compute, ...rest } = values;
      const vpc = isEnabled ? { subnets, securityGroups, allowsIpv6 } : undefined;
      const role = roleMode === 'new' ? { mode: 'new' } : { mode: 'existing', arn: roleArn };
      const result = await createFunctionAction({ place, ...rest, ...computeInput(compute), role, vpc });
      if (!result.ok) return setError(result.error);
      flash.show({ kind: 'success', title: t('created', { name: result.data.name }) });
      router.push(routes.functionTab(place, result.data.name, 'code'));
    });
  };
  const errorOf = (field: string) => (error?.field === field ? error.message : undefined);
  const shownAtField = fieldsWithErrors.includes(error?.field ?? '');
  const runtime = runtimes.find(({ identifier }) => identifier === values.runtime);
  const handler = samples.find(({ id }) => id === values.sampleId)?.handler ?? '';

  return (
    <WithSidePanel
      panel={
        <SidePanel
          title={t('panel.title')}
          foot={
            <div className="flex flex-wrap justify-end gap-8">
              <ButtonLink href={routes.functions(place)}>{common('cancel')}</ButtonLink>
              <Button type="submit" form={formId} variant="primary" pending={isPending}>
                {t('submit')}
              </Button>
            </div>
          }
        >
          <WhatWillBeCreated place={place} values={values} handler={handler} cli={props.cli} />
        </SidePanel>
      }
    >
      <form
        id={formId}
        noValidate
        onSubmit={handleSubmit}
        className="flex max-w-form flex-col gap-24 px-inset py-20"
      >
        {error && !shownAtField && <Failure error={error} compact onRetry={null} />}
        <section className="flex flex-col gap-field">
          <h2 className="text-16">{t('basic')}</h2>
          <TextField
            label={t('functionName')}
            hint={t('functionNameHint')}
            error={errorOf('functionName')}
            value={values.functionName}
            onChange={(event) => change({ functionName: event.target.value })}
            autoComplete="off"
            spellCheck={false}
            autoFocus
          />
          <TextField
            label={t('description')}
            optional
            error={errorOf('description')}
            value={values.description}
            onChange={(event) => change({ description: event.target.value })}
          />
          <div className="grid gap-24 tablet:grid-cols-2">
            <SelectField
              label={t('runtime')}
              hint={runtime?.deprecatedOn && t('supportedUntil', { day: runtime.deprecatedOn })}
              error={errorOf('runtime')}
              value={values.runtime}
              onValueChange={handleRuntime}
              options={[
                ...props.latest.map((known) => runtimeOption(known, t('latest'))),
                ...props.other.map((known) => runtimeOption(known, t('other'))),
              ]}
            />
            <RadioGroup
              legend={t('architecture')}
              name="architecture"
              hint={t('architectureHint')}
              value={values.architecture}
              onValueChange={(architecture) => change({ architecture })}
              options={[
                { value: 'x86_64', label: 'x86_64' },
                { value: 'arm64', label: 'arm64' },
              ]}
            />
          </div>
        </section>
        <section className="flex flex-col gap-field border-t border-edge pt-16">
          <h2 className="text-16">{t('code')}</h2>
          <RadioGroup
            legend={t('sample')}
            hideLegend
            name="sample"
            look="cards"
            value={values.sampleId}
            onValueChange={(sampleId) => change({ sampleId })}
            options={samplesOf(values.runtime).map(({ id }) => ({
              value: id,
              label: t(`samples.${id}` as 'samples.hello-node'),
              description: t(`sampleHints.${id}` as 'sampleHints.hello-node'),
            }))}
          />
        </section>
        <section className="flex flex-col gap-field border-t border-edge pt-16">
          <h2 className="text-16">{t('permissions')}</h2>
          <RoleFields
            values={values}
            roles={props.roles}
            rolesRefused={props.rolesRefused}
            error={errorOf('role')}
            onChange={change}
          />
        </section>
        <AdditionalFields
          values={values}
          networks={props.networks}
          providers={props.providers}
          errorOf={errorOf}
          onChange={change}
        />
      </form>
    </WithSidePanel>
  );
}

function runtimeOption(runtime: RuntimeFacts, group: string) {
  return { value: runtime.identifier, label: runtime.label, detail: runtime.identifier, group };
}
