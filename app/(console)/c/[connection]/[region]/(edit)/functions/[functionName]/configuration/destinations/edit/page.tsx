import type { Metadata } from 'next';
import { DestinationForm } from '@/components/configuration/destinations/destination-form';
import { EditShell } from '@/components/configuration/edit-shell';
import { requirePageUser } from '@/lib/auth/guard';
import { roleIncludes } from '@/lib/auth/user';
import { resourceName, serviceOfArn } from '@/lib/domain/connected-service';
import { parseDestinationSlot, typeOfDestination, type DestinationSlot } from '@/lib/domain/destination';
import { buildFunctionGraph } from '@/lib/domain/function-graph';
import { readQualifier } from '@/lib/domain/qualifier';
import { getTranslator } from '@/lib/i18n/server';
import { getCliOptions } from '@/lib/queries/cli-options';
import { listDestinationChoices } from '@/lib/queries/destination-choices';
import { getFunction } from '@/lib/queries/function';
import { getFunctionRelations } from '@/lib/queries/function-relations';
import { routes } from '@/lib/routes';

interface Props {
  readonly params: Promise<{ connection: string; region: string; functionName: string }>;
  readonly searchParams: Promise<{ destination?: string | string[]; qualifier?: string | string[] }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('destinations');
  return { title: t('edit') };
}

const streamServices: readonly string[] = ['Kinesis', 'DynamoDB', 'MSK'];

function startOf(slot: DestinationSlot | undefined, arn: string) {
  const source = slot === 'async-success' || slot === 'async-failure' ? 'async' : (slot ?? 'async');
  const condition = slot === 'async-success' ? 'success' : 'failure';
  return { source, condition, type: arn ? typeOfDestination(arn) : 'sqs', destination: arn };
}

export default async function EditDestinationPage({ params, searchParams }: Props) {
  const [{ connection, region, functionName: segment }, query] = await Promise.all([params, searchParams]);
  const place = { connectionId: decodeURIComponent(connection), region: decodeURIComponent(region) };
  const functionName = decodeURIComponent(segment);
  const qualifier = readQualifier(query.qualifier);
  const slot = parseDestinationSlot(typeof query.destination === 'string' ? query.destination : undefined);
  const here = routes.editDestination(place, functionName, { destination: slot, qualifier });
  const user = await requirePageUser('viewer', here);
  const [found, choices, cli, t, common] = await Promise.all([
    getFunction(place, functionName, qualifier),
    listDestinationChoices(place),
    getCliOptions(place),
    getTranslator('destinations'),
    getTranslator('configuration'),
  ]);
  const title = t(slot === undefined ? 'add' : 'edit');
  const shell = { place, functionName, qualifier, section: 'destinations', title } as const;
  if (!found.ok) return <EditShell {...shell} failure={found.error} />;

  const relations = await getFunctionRelations(place, functionName, found.data, qualifier);
  const items = buildFunctionGraph(relations).destinations.flatMap((node) => node.items);
  const { eventSources } = relations;
  const streams = (eventSources.status === 'known' ? eventSources.value : []).filter(
    ({ sourceArn }) => sourceArn === undefined || streamServices.includes(serviceOfArn(sourceArn).service),
  );
  return (
    <EditShell {...shell}>
      <DestinationForm
        place={place}
        functionName={functionName}
        qualifier={qualifier}
        isNew={slot === undefined}
        start={startOf(slot, items.find(({ ref }) => slot !== undefined && ref === slot)?.arn ?? '')}
        streams={streams.map(({ id, sourceArn }) => ({ id, name: sourceArn ? resourceName(sourceArn) : id }))}
        taken={items.flatMap(({ ref }) => parseDestinationSlot(ref) ?? [])}
        choices={choices}
        cli={cli}
        cannotSaveReason={roleIncludes(user.role, 'developer') ? undefined : common('roleNeeded')}
      />
    </EditShell>
  );
}
