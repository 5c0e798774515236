import { SearchX } from 'lucide-react';
import { Empty } from '@/components/patterns/empty';
import { ButtonLink } from '@/components/ui/button-link';
import { getTranslator } from '@/lib/i18n/server';
import { routes } from '@/lib/routes';

export default async function ConsoleNotFound() {
  const t = await getTranslator('shell');
  return (
    <>
      <title>{`${t('notFound.title')} · Lambdeck`}</title>
      <div className="grid flex-1 place-items-center">
        <Empty
          level={1}
          title={t('notFound.title')}
          text={t('notFound.text')}
          picture={<SearchX aria-hidden size={40} strokeWidth={1.25} className="text-muted" />}
          acts={
            <ButtonLink href={routes.home()} variant="primary">
              {t('notFound.home')}
            </ButtonLink>
          }
        />
      </div>
    </>
  );
}
