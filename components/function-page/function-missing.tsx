'use client';

import { useTranslations } from 'use-intl/react';
import { Empty } from '@/components/patterns/empty';
import { PageHeader } from '@/components/patterns/page-header';
import { ButtonLink } from '@/components/ui/button-link';
import { routes, type Place } from '@/lib/routes';

/** There is no function of this name here: said once, with the ways on. */
export function FunctionMissing({ place, name }: { place: Place; name: string }) {
  const t = useTranslations('functionPage');
  return (
    <>
      <PageHeader
        breadcrumbs={[{ label: t('functions'), href: routes.functions(place) }, { label: name }]}
        title={name}
      />
      <Empty
        title={t('missing.title', { name })}
        text={t('missing.text')}
        acts={
          <>
            <ButtonLink href={routes.functions(place)} variant="primary">
              {t('missing.back')}
            </ButtonLink>
            <ButtonLink href={routes.createFunction(place)}>{t('missing.create')}</ButtonLink>
          </>
        }
      />
    </>
  );
}
