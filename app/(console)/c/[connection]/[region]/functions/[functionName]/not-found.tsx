import { EmptyLine } from '@/components/patterns/empty';
import { getTranslator } from '@/lib/i18n/server';

/** A tab or a part that a function does not have; a missing function is said by the layout. */
export default async function FunctionPartNotFound() {
  const t = await getTranslator('functionPage');
  return (
    <div className="p-inset">
      <EmptyLine>{t('noSuchPart')}</EmptyLine>
    </div>
  );
}
