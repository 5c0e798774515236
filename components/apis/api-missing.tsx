'use client';

import { useTranslations } from 'use-intl/react';
import { Empty } from '@/components/patterns/empty';
import { PageHeader } from '@/components/patterns/page-header';
import { ButtonLink } from '@/components/ui/button-link';
import { routes, type Place } from '@/lib/routes';

/** There is no such API here: said once, with the ways on. */
export function ApiMissing({ place, id }: { place: Place; id: string }) {
  const t = useTranslations('apis');
  return (
    <>
      <PageHeader breadcrumbs={[{ label: t('title'), href: routes.apis(place) }, { label: id }]} title={id} />
      <Empty
        title={t('missing.title', { id })}
        text={t('missing.text')}
        acts={
          <>
            <ButtonLink href={routes.apis(place)} variant="primary">
              {t('missing.back')}
            </ButtonLink>
            <ButtonLink href={routes.createApi(place)}>{t('create')}</ButtonLink>
          </>
        }
      />
    </>
  );
}
