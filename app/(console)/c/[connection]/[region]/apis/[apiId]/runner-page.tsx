import { RequestRunner } from '@/components/apis/runner/request-runner';
import { Failure } from '@/components/patterns/failure';
import { stageAddress, type ApiProtocol } from '@/lib/domain/api';
import { runnerMethods, type ApiRequest } from '@/lib/domain/api-request';
import { getTranslator } from '@/lib/i18n/server';
import { getApi } from '@/lib/queries/api';
import { getHttpRunner, getRestRunner, listPastRequests, type RunnerApi } from '@/lib/queries/api-runner';
import { openApiPage, type ApiPageProps } from '@/lib/queries/open-api-page';
import { routes } from '@/lib/routes';

type Query = Readonly<Record<string, string | undefined>>;

/** What the form begins with: what the address names, else the first of what there is. */
function startOf(api: RunnerApi, query: Query): ApiRequest {
  const first = api.operations[0];
  const method = runnerMethods.find((known) => known === (query.method ?? first?.method)) ?? 'GET';
  return {
    stage: api.stages.find((stage) => stage === query.stage) ?? api.stages[0] ?? '',
    method,
    path: query.path ?? first?.path ?? '/',
    query: [],
    headers: [],
    body: '',
    auth: first?.authorization === 'AWS_IAM' && query.path === undefined ? 'iam' : 'none',
  };
}

/** The request runner of a REST or an HTTP API. `?stage=…&method=…&path=…` fill in its form. */
export async function RunnerPage(props: ApiPageProps & { protocol: Exclude<ApiProtocol, 'WEBSOCKET'> }) {
  const { place, apiId, query, refusedReason } = await openApiPage(props);
  const isRest = props.protocol === 'REST';
  const [found, facts, past, t] = await Promise.all([
    isRest ? getRestRunner(place, apiId) : getHttpRunner(place, apiId),
    getApi(place, apiId, props.protocol),
    listPastRequests(place, apiId),
    getTranslator('apiRunner'),
  ]);
  if (!found.ok) {
    return (
      <div className="p-inset">
        <Failure error={found.error} title={t('notRead')} />
      </div>
    );
  }
  const api = found.data;
  const base = facts.ok ? (facts.data.address ?? '') : '';
  return (
    <RequestRunner
      place={place}
      apiId={apiId}
      api={api}
      start={startOf(api, query)}
      addresses={Object.fromEntries(api.stages.map((stage) => [stage, stageAddress(base, stage)]))}
      past={past}
      stagesHref={isRest ? routes.restApi(place, apiId, 'stages') : routes.httpApi(place, apiId, 'stages')}
      refusedReason={refusedReason}
    />
  );
}
