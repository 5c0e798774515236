import { accountMap } from './account-map.ts';
import { apiKeys } from './api-keys.ts';
import { apiRunner } from './api-runner.ts';
import { apis } from './apis.ts';
import { account } from './account.ts';
import { arnSettings } from './arn-settings.ts';
import { audit } from './audit.ts';
import { auth } from './auth.ts';
import { capacity } from './capacity.ts';
import { checkUp } from './check-up.ts';
import { bulk } from './bulk.ts';
import { clientCertificates } from './client-certificates.ts';
import { code } from './code.ts';
import { codeSettings } from './code-settings.ts';
import { configuration } from './configuration.ts';
import { connections } from './connections.ts';
import { costs } from './costs.ts';
import { createApi } from './create-api.ts';
import { create } from './create.ts';
import { databases } from './databases.ts';
import { durable } from './durable.ts';
import { domainNames } from './domain-names.ts';
import { designer } from './designer.ts';
import { destinations } from './destinations.ts';
import { failure } from './failure.ts';
import { fields } from './fields.ts';
import { functionPage } from './function-page.ts';
import { functions } from './functions.ts';
import { history } from './history.ts';
import { insights } from './insights.ts';
import { layers } from './layers.ts';
import { httpForms } from './http-forms.ts';
import { httpPages } from './http-pages.ts';
import { httpApis } from './http-apis.ts';
import { mappings } from './mappings.ts';
import { memoryTuning } from './memory-tuning.ts';
import { metrics } from './metrics.ts';
import { monitor } from './monitor.ts';
import { operations } from './operations.ts';
import { restApis } from './rest-apis.ts';
import { restForms } from './rest-forms.ts';
import { policies } from './policies.ts';
import { scaling } from './scaling.ts';
import { restStages } from './rest-stages.ts';
import { restTest } from './rest-test.ts';
import { restParts } from './rest-parts.ts';
import { sections } from './sections.ts';
import { settings } from './settings.ts';
import { shell } from './shell.ts';
import { signing } from './signing.ts';
import { socketApi } from './socket-api.ts';
import { socketClient } from './socket-client.ts';
import { socketParts } from './socket-parts.ts';
import { tenancy } from './tenancy.ts';
import { test } from './test.ts';
import { things } from './things.ts';
import { triggers } from './triggers.ts';
import { ui } from './ui.ts';
import { routingRules } from './routing-rules.ts';
import { usagePlans } from './usage-plans.ts';
import { users } from './users.ts';
import { vpcLinks } from './vpc-links.ts';
import { versions } from './versions.ts';

/** All texts of the console by namespace; a room of `components` reads its own namespace. */
export const messages = {
  accountMap,
  account,
  arnSettings,
  apiKeys,
  apiRunner,
  apis,
  audit,
  auth,
  capacity,
  checkUp,
  bulk,
  clientCertificates,
  code,
  codeSettings,
  configuration,
  connections,
  costs,
  create,
  createApi,
  databases,
  designer,
  durable,
  domainNames,
  destinations,
  failure,
  fields,
  functionPage,
  functions,
  history,
  insights,
  layers,
  httpApis,
  httpPages,
  httpForms,
  mappings,
  memoryTuning,
  metrics,
  monitor,
  operations,
  restApis,
  restForms,
  policies,
  scaling,
  restStages,
  restTest,
  restParts,
  sections,
  settings,
  shell,
  signing,
  socketApi,
  socketClient,
  socketParts,
  tenancy,
  test,
  things,
  triggers,
  ui,
  routingRules,
  usagePlans,
  users,
  versions,
  vpcLinks,
};

export type Namespace = keyof typeof messages;
