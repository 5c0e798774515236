import type { Metadata } from 'next';
import { EditShell } from '@/components/configuration/edit-shell';
import { TriggerForm } from '@/components/configuration/triggers/trigger-form';
import { requirePageUser } from '@/lib/auth/guard';
import { roleIncludes } from '@/lib/auth/user';
import { consoleError } from '@/lib/domain/console-error';
import { readQualifier } from '@/lib/domain/qualifier';
import { parseTriggerRef } from '@/lib/domain/trigger-ref';
import { getTranslator } from '@/lib/i18n/server';
import { getCliOptions } from '@/lib/queries/cli-options';
import { getFunction } from '@/lib/queries/function';
import { listRoles } from '@/lib/queries/roles';
import { getTrigger } from '@/lib/queries/trigger';
import { routes } from '@/lib/routes';

interface Props {
  readonly params: Promise<{ connection: string; region: string; functionName: string }>;
  readonly searchParams: Promise<{ trigger?: string | string[]; qualifier?: string | string[] }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('triggers');
  return { title: t('edit') };
}

export default async function EditTriggerPage({ params, searchParams }: Props) {
  const [{ connection, region, functionName: segment }, query] = await Promise.all([params, searchParams]);
  const place = { connectionId: decodeURIComponent(connection), region: decodeURIComponent(region) };
  const functionName = decodeURIComponent(segment);
  const qualifier = readQualifier(query.qualifier);
  const trigger = typeof query.trigger === 'string' ? query.trigger : '';
  const here = routes.editTrigger(place, functionName, { trigger, qualifier });
  const user = await requirePageUser('viewer', here);
  const [found, cli, t, common] = await Promise.all([
    getFunction(place, functionName, qualifier),
    getCliOptions(place),
    getTranslator('triggers'),
    getTranslator('configuration'),
  ]);
  const shell = { place, functionName, qualifier, section: 'triggers', title: t('edit') } as const;
  if (!found.ok) return <EditShell {...shell} failure={found.error} />;

  const ref = parseTriggerRef(trigger);
  if (!ref) return <EditShell {...shell} failure={consoleError('not-found', t('notFound'))} />;
  const [read, roles] = await Promise.all([
    getTrigger(place, ref, found.data.arn),
    ref.type === 'schedule' ? listRoles(place, 'scheduler.amazonaws.com') : undefined,
  ]);
  if (!read.ok) return <EditShell {...shell} failure={read.error} />;
  return (
    <EditShell {...shell}>
      <TriggerForm
        place={place}
        functionName={functionName}
        functionArn={found.data.arn}
        qualifier={qualifier}
        kind={read.data.kind}
        start={read.data.values}
        triggerRef={trigger}
        choices={{
          sources: [],
          roles: roles?.ok ? roles.data.map(({ arn, label }) => ({ value: arn, label })) : [],
        }}
        refused={undefined}
        isListable
        cli={cli}
        cannotSaveReason={roleIncludes(user.role, 'developer') ? undefined : common('roleNeeded')}
      />
    </EditShell>
  );
}
