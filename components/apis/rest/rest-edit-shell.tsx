import type { ReactNode } from 'react';
import { Failure } from '@/components/patterns/failure';
import { PageHeader } from '@/components/patterns/page-header';
import type { ConsoleError } from '@/lib/domain/console-error';
import { getTranslator } from '@/lib/i18n/server';
import { routes, type RestPage } from '@/lib/routes';
import type { RestTarget } from './rest-hrefs';

/** A form of a REST API: a header of its own, and the form or why there is none. */
export async function RestEditShell(props: {
  target: RestTarget;
  apiName: string;
  /** The page that it belongs to. */
  page: RestPage;
  title: string;
  /** What the form is about, beside the title. */
  about?: ReactNode;
  failure?: ConsoleError;
  children?: ReactNode;
}) {
  const [apis, t] = await Promise.all([getTranslator('apis'), getTranslator('restForms')]);
  const { place, apiId } = props.target;
  return (
    <>
      <PageHeader
        breadcrumbs={[
          { label: apis('title'), href: routes.apis(place) },
          { label: props.apiName, href: routes.restApi(place, apiId, 'resources') },
          { label: apis(`pages.${props.page}`), href: routes.restApi(place, apiId, props.page) },
          { label: props.title },
        ]}
        title={props.title}
        qualifier={props.about}
      />
      {props.failure ? (
        <div className="p-inset">
          <Failure error={props.failure} title={t('notRead')} />
        </div>
      ) : (
        props.children
      )}
    </>
  );
}
