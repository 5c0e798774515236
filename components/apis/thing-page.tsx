import type { ReactNode } from 'react';
import { Failure } from '@/components/patterns/failure';
import { PageHeader } from '@/components/patterns/page-header';
import type { ConsoleError } from '@/lib/domain/console-error';
import { getTranslator } from '@/lib/i18n/server';
import { routes, type Place } from '@/lib/routes';

/** Page of one thing of an account, or of its form: where it is, and what it says or why it cannot. */
export async function ThingPage(props: {
  place: Place;
  /** Between "API Gateway" and the title. */
  crumbs: readonly { readonly label: string; readonly href: string }[];
  title: string;
  qualifier?: ReactNode;
  acts?: ReactNode;
  failure?: ConsoleError;
  /** Forms bring their own inset. */
  isForm?: boolean;
  children?: ReactNode;
}) {
  const t = await getTranslator('apis');
  return (
    <>
      <PageHeader
        breadcrumbs={[
          { label: t('apiGateway'), href: routes.apis(props.place) },
          ...props.crumbs,
          { label: props.title },
        ]}
        title={props.title}
        qualifier={props.qualifier}
        acts={props.acts}
      />
      {props.failure ? (
        <div className="p-inset">
          <Failure error={props.failure} />
        </div>
      ) : props.isForm ? (
        props.children
      ) : (
        <div className="flex max-w-list flex-col gap-section p-inset">{props.children}</div>
      )}
    </>
  );
}
