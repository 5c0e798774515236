import type { ReactNode } from 'react';
import { ConfigurationMenu } from '@/components/configuration/configuration-menu';
import type { messages } from '@/lib/i18n/messages/index';
import { getTranslator } from '@/lib/i18n/server';
import { getFunction } from '@/lib/queries/function';
import { routes, type ConfigurationSection } from '@/lib/routes';

type OtherSection = keyof typeof messages.sections;

interface Props {
  readonly params: Promise<{ connection: string; region: string; functionName: string }>;
  readonly children: ReactNode;
}

/** The sections of the Configuration tab beside the one that is open. */
export default async function ConfigurationLayout({ params, children }: Props) {
  const { connection, region, functionName } = await params;
  const place = { connectionId: decodeURIComponent(connection), region: decodeURIComponent(region) };
  const [found, t, names] = await Promise.all([
    getFunction(place, decodeURIComponent(functionName)),
    getTranslator('configuration'),
    getTranslator('sections'),
  ]);
  if (!found.ok) return null; // The layout above has said why.

  const { name, variableNames, tags, isTenantIsolated, isDurable, capacityProvider } = found.data;

  const section = (id: Exclude<ConfigurationSection, OtherSection>, count?: number) => ({
    id,
    label: t(`${id}.title`),
    href: routes.configuration(place, name, id),
    ...(count ? { count } : {}),
  });
  /** Sections whose words are a namespace of their own. */
  const other = (id: OtherSection) => ({
    id,
    label: names(id),
    href: routes.configuration(place, name, id),
  });
  return (
    <div className="flex flex-1 flex-col desktop:flex-row">
      <ConfigurationMenu
        label={t('sections')}
        sections={[
          section('general'),
          other('triggers'),
          section('permissions'),
          other('destinations'),
          section('function-url'),
          section('environment', variableNames.length),
          section('tags', Object.keys(tags).length),
          other('vpc'),
          other('rds'),
          other('monitoring'),
          section('concurrency'),
          section('async-invocation'),
          other('code-signing'),
          other('file-systems'),
          // Chosen with creation alone, so there is nothing to find for others.
          ...(isDurable ? [other('durable-execution')] : []),
          ...(capacityProvider ? [other('capacity-provider')] : []),
          ...(isTenantIsolated ? [other('tenant-isolation')] : []),
          other('history'),
        ]}
      />
      <div className="flex min-w-0 flex-1 flex-col gap-16 px-inset py-16">{children}</div>
    </div>
  );
}
