import { EmptyLine } from '@/components/patterns/empty';
import { getTranslator } from '@/lib/i18n/server';

/** A part that an API does not have; a missing API is said by the layout. */
export async function ApiPartNotFound() {
  const t = await getTranslator('apis');
  return (
    <div className="p-inset">
      <EmptyLine>{t('missing.noSuchPart')}</EmptyLine>
    </div>
  );
}
