import type { Metadata } from 'next';
import { EditShell } from '@/components/configuration/edit-shell';
import { TagsForm } from '@/components/configuration/tags/tags-form';
import { requirePageUser } from '@/lib/auth/guard';
import { roleIncludes } from '@/lib/auth/user';
import { getTranslator } from '@/lib/i18n/server';
import { getCliOptions } from '@/lib/queries/cli-options';
import { getFunction } from '@/lib/queries/function';
import { routes } from '@/lib/routes';

interface Props {
  readonly params: Promise<{ connection: string; region: string; functionName: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('configuration');
  return { title: t('tags.manage') };
}

export default async function EditTagsPage({ params }: Props) {
  const { connection, region, functionName: segment } = await params;
  const place = { connectionId: decodeURIComponent(connection), region: decodeURIComponent(region) };
  const functionName = decodeURIComponent(segment);
  const user = await requirePageUser('viewer', routes.editConfiguration(place, functionName, 'tags'));
  const found = await getFunction(place, functionName);
  const t = await getTranslator('configuration');
  const shell = { place, functionName, section: 'tags', title: t('tags.manage') } as const;
  if (!found.ok) return <EditShell {...shell} failure={found.error} />;

  return (
    <EditShell {...shell}>
      <TagsForm
        place={place}
        functionName={functionName}
        functionArn={found.data.arn}
        tags={found.data.tags}
        cli={await getCliOptions(place)}
        cannotSaveReason={roleIncludes(user.role, 'developer') ? undefined : t('roleNeeded')}
      />
    </EditShell>
  );
}
