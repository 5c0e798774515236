import 'server-only';
import type { CliOptions } from '@/lib/domain/cli-command';
import { getApi } from '@/lib/queries/api';
import { getCliOptions } from '@/lib/queries/cli-options';
import { openApiPage, type ApiPageProps, type OpenedApiPage } from '@/lib/queries/open-api-page';

/** Who opens a form of which REST API. */
export interface OpenedRestForm<Parts extends string = never> extends OpenedApiPage<Parts> {
  readonly target: Pick<OpenedApiPage, 'place' | 'apiId'>;
  /** Its name; the id where it could not be read. */
  readonly apiName: string;
  readonly cli: CliOptions;
}

/** How every form of a REST API begins. */
export async function openRestForm<Parts extends string = never>(
  props: ApiPageProps<Parts>,
): Promise<OpenedRestForm<Parts>> {
  const opened = await openApiPage(props);
  const { place, apiId } = opened;
  const [api, cli] = await Promise.all([getApi(place, apiId, 'REST'), getCliOptions(place)]);
  return { ...opened, target: { place, apiId }, apiName: api.ok ? api.data.name : apiId, cli };
}
