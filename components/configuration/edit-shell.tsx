import type { ReactNode } from 'react';
import { Failure } from '@/components/patterns/failure';
import { PageHeader } from '@/components/patterns/page-header';
import { Chip } from '@/components/ui/chip';
import { Note } from '@/components/ui/note';
import type { ConsoleError } from '@/lib/domain/console-error';
import { getTranslator } from '@/lib/i18n/server';
import { routes, withQuery, type ConfigurationSection, type Place } from '@/lib/routes';

/** An edit page of a function: a header of its own, and the form or why there is none. */
export async function EditShell(props: {
  place: Place;
  functionName: string;
  /** The page that it edits a part of, and that Cancel leads to. */
  section: ConfigurationSection | 'aliases' | 'code';
  title: string;
  /** A version or an alias whose own settings these are; undefined for $LATEST. */
  qualifier?: string | undefined;
  failure?: ConsoleError;
  /** Why there is no form for this function. */
  notice?: string;
  children?: ReactNode;
}) {
  const t = await getTranslator('configuration');
  const { place, functionName, section, failure } = props;
  const back =
    section === 'aliases' || section === 'code'
      ? withQuery(routes.functionTab(place, functionName, section), { qualifier: props.qualifier })
      : withQuery(routes.configuration(place, functionName, section), { qualifier: props.qualifier });
  return (
    <>
      <PageHeader
        breadcrumbs={[
          { label: t('functions'), href: routes.functions(place) },
          { label: functionName, href: back },
          { label: props.title },
        ]}
        title={props.title}
        qualifier={section !== 'aliases' && <Chip mono>{props.qualifier ?? '$LATEST'}</Chip>}
      />
      {failure ? (
        <div className="p-inset">
          <Failure error={failure} title={t('notRead')} />
        </div>
      ) : props.notice ? (
        <div className="p-inset">
          <Note tone="info">{props.notice}</Note>
        </div>
      ) : (
        props.children
      )}
    </>
  );
}
