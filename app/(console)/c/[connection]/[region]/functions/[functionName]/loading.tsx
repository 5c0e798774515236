import { Skeleton } from '@/components/ui/skeleton';
import { getTranslator } from '@/lib/i18n/server';

/** The place of a tab's content; header and tabs stand already. */
export default async function FunctionTabLoading() {
  const t = await getTranslator('functionPage');
  return (
    <div aria-busy className="flex flex-col gap-16 p-inset">
      <p className="sr-only">{t('loading')}</p>
      <Skeleton className="h-40 w-full" />
      <Skeleton className="h-split w-full" />
    </div>
  );
}
