import type { Metadata } from 'next';
import { ModelForm } from '@/components/apis/rest/parts/model-form';
import { RestEditShell } from '@/components/apis/rest/rest-edit-shell';
import { consoleError } from '@/lib/domain/console-error';
import { getTranslator } from '@/lib/i18n/server';
import type { ApiPageProps } from '@/lib/queries/open-api-page';
import { openRestForm } from '@/lib/queries/open-rest-form';
import { getRestModels } from '@/lib/queries/rest-parts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('restParts');
  return { title: t('model.editTitle') };
}

/** With `id` the part of that id or name, otherwise a new one. */
export default async function EditModelFormPage(props: ApiPageProps) {
  const { target, apiName, query, cli, refusedReason } = await openRestForm(props);
  const [found, t, apis] = await Promise.all([
    getRestModels(target.place, target.apiId),
    getTranslator('restParts'),
    getTranslator('apis'),
  ]);
  const isNew = query.id === undefined;
  const shell = {
    target,
    apiName,
    page: 'models',
    title: t(isNew ? 'model.create' : 'model.editTitle'),
  } as const;
  if (!found.ok) return <RestEditShell {...shell} failure={found.error} />;
  const saved = found.data.find((one) => one.name === query.id);
  if (!isNew && saved === undefined) {
    return <RestEditShell {...shell} failure={consoleError('not-found', apis('missing.noSuchPart'))} />;
  }
  return (
    <RestEditShell {...shell}>
      <ModelForm target={target} saved={saved ?? null} cli={cli} cannotSaveReason={refusedReason} />
    </RestEditShell>
  );
}
