import type { Metadata } from 'next';
import { EditShell } from '@/components/configuration/edit-shell';
import { TriggerForm, UrlTrigger } from '@/components/configuration/triggers/trigger-form';
import { requirePageUser } from '@/lib/auth/guard';
import { roleIncludes } from '@/lib/auth/user';
import { readQualifier } from '@/lib/domain/qualifier';
import { triggerStart } from '@/lib/domain/trigger-fields';
import { parseTriggerKind } from '@/lib/domain/trigger-kinds';
import { getTranslator } from '@/lib/i18n/server';
import { getCliOptions } from '@/lib/queries/cli-options';
import { getFunction } from '@/lib/queries/function';
import { listRoles } from '@/lib/queries/roles';
import { listTriggerSources } from '@/lib/queries/trigger-sources';
import { routes } from '@/lib/routes';

interface Props {
  readonly params: Promise<{ connection: string; region: string; functionName: string }>;
  readonly searchParams: Promise<{ kind?: string | string[]; qualifier?: string | string[] }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('triggers');
  return { title: t('add') };
}

export default async function AddTriggerPage({ params, searchParams }: Props) {
  const [{ connection, region, functionName: segment }, query] = await Promise.all([params, searchParams]);
  const place = { connectionId: decodeURIComponent(connection), region: decodeURIComponent(region) };
  const functionName = decodeURIComponent(segment);
  const qualifier = readQualifier(query.qualifier);
  const kind = parseTriggerKind(typeof query.kind === 'string' ? query.kind : undefined) ?? 'sqs';
  const user = await requirePageUser('viewer', routes.addTrigger(place, functionName, { kind, qualifier }));
  const [found, sources, roles, cli, t, common] = await Promise.all([
    getFunction(place, functionName, qualifier),
    listTriggerSources(place, kind),
    kind === 'schedule' ? listRoles(place, 'scheduler.amazonaws.com') : undefined,
    getCliOptions(place),
    getTranslator('triggers'),
    getTranslator('configuration'),
  ]);
  const shell = { place, functionName, qualifier, section: 'triggers', title: t('add') } as const;
  if (!found.ok) return <EditShell {...shell} failure={found.error} />;

  const where = { place, functionName, qualifier, kind };
  if (kind === 'function-url') {
    return (
      <EditShell {...shell}>
        <UrlTrigger {...where} />
      </EditShell>
    );
  }
  return (
    <EditShell {...shell}>
      <TriggerForm
        key={kind}
        {...where}
        functionArn={found.data.arn}
        start={triggerStart(kind, functionName)}
        triggerRef={undefined}
        choices={{
          sources: sources.choices,
          roles: roles?.ok ? roles.data.map(({ arn, label }) => ({ value: arn, label })) : [],
        }}
        refused={sources.refused}
        isListable={sources.isListable}
        cli={cli}
        cannotSaveReason={roleIncludes(user.role, 'developer') ? undefined : common('roleNeeded')}
      />
    </EditShell>
  );
}
