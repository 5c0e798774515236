import type { ReactNode } from 'react';
import { Failure } from '@/components/patterns/failure';
import { PageHeader } from '@/components/patterns/page-header';
import { Chip } from '@/components/ui/chip';
import type { ConsoleError } from '@/lib/domain/console-error';
import { getTranslator } from '@/lib/i18n/server';
import { routes, type ConfigurationSection, type Place } from '@/lib/routes';

/** An edit page of the Configuration tab: a header of its own, and the form or why there is none. */
export async function EditShell(props: {
  place: Place;
  functionName: string;
  section: ConfigurationSection;
  title: string;
  failure?: ConsoleError;
  children?: ReactNode;
}) {
  const t = await getTranslator('configuration');
  const { place, functionName, section, failure } = props;
  return (
    <>
      <PageHeader
        breadcrumbs={[
          { label: t('functions'), href: routes.functions(place) },
          { label: functionName, href: routes.configuration(place, functionName, section) },
          { label: props.title },
        ]}
        title={props.title}
        qualifier={<Chip mono>$LATEST</Chip>}
      />
      {failure ? (
        <div className="p-inset">
          <Failure error={failure} title={t('notRead')} />
        </div>
      ) : (
        props.children
      )}
    </>
  );
}
