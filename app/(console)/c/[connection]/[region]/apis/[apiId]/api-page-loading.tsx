import { Skeleton } from '@/components/ui/skeleton';
import { getTranslator } from '@/lib/i18n/server';

/** The place of a page's content; header and menu stand already. */
export async function ApiPageLoading() {
  const t = await getTranslator('apis');
  return (
    <div aria-busy className="flex flex-col gap-16 p-inset">
      <p className="sr-only">{t('header.loading')}</p>
      <Skeleton className="h-40 w-full" />
      <Skeleton className="h-split w-full" />
    </div>
  );
}
