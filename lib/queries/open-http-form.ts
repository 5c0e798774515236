import 'server-only';
import type { CliOptions } from '@/lib/domain/cli-command';
import { getApi } from '@/lib/queries/api';
import { getCliOptions } from '@/lib/queries/cli-options';
import { openApiPage, type ApiPageProps, type OpenedApiPage } from '@/lib/queries/open-api-page';
import { routes } from '@/lib/routes';
import { getTranslator } from '@/lib/i18n/server';

/** Who opens a form of which HTTP API. */
export interface OpenedHttpForm<Parts extends string = never> extends OpenedApiPage<Parts> {
  /** Its name; the id where it could not be read. */
  readonly apiName: string;
  readonly cli: CliOptions;
  /** "APIs" and the API, for the breadcrumbs. */
  readonly crumbs: readonly { readonly label: string; readonly href: string }[];
}

/** How every form of an HTTP API begins. */
export async function openHttpForm<Parts extends string = never>(
  props: ApiPageProps<Parts>,
): Promise<OpenedHttpForm<Parts>> {
  const opened = await openApiPage(props);
  const { place, apiId } = opened;
  const [api, cli, t] = await Promise.all([
    getApi(place, apiId, 'HTTP'),
    getCliOptions(place),
    getTranslator('apis'),
  ]);
  const apiName = api.ok ? api.data.name : apiId;
  return {
    ...opened,
    apiName,
    cli,
    crumbs: [
      { label: t('title'), href: routes.apis(place) },
      { label: apiName, href: routes.httpApi(place, apiId, 'routes') },
    ],
  };
}
