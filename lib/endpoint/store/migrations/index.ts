import { lambdaFunctions } from './0001-lambda-functions.ts';
import { iamRoles } from './0020-iam-roles.ts';
import { lambdaVersions } from './0030-lambda-versions.ts';
import { lambdaConcurrency } from './0031-lambda-concurrency.ts';
import { lambdaLayers } from './0032-lambda-layers.ts';
import { lambdaPolicies } from './0033-lambda-policies.ts';
import { lambdaFunctionUrls } from './0034-lambda-function-urls.ts';
import { lambdaOptions } from './0035-lambda-options.ts';
import { lambdaResources } from './0036-lambda-resources.ts';
import { sqsQueues } from './0040-sqs-queues.ts';
import { lambdaEvents } from './0041-lambda-events.ts';
import { lambdaMappings } from './0042-lambda-mappings.ts';
import { lambdaEventTenants } from './0043-lambda-event-tenants.ts';
import { httpApis } from './0050-http-apis.ts';
import { restApis } from './0051-rest-apis.ts';
import { s3Objects } from './0060-s3-objects.ts';
import { kmsKeys } from './0065-kms-keys.ts';
import { secretsManagerSecrets } from './0066-secretsmanager-secrets.ts';
import { ssmParameters } from './0067-ssm-parameters.ts';
import { stsSessions } from './0068-sts-sessions.ts';
import { sqsEarlierReceives } from './0069-sqs-earlier-receives.ts';
import { deliveries } from './0070-deliveries.ts';
import { snsTopics } from './0071-sns-topics.ts';
import { eventsRules } from './0072-events-rules.ts';
import { schedulerSchedules } from './0075-scheduler-schedules.ts';
import { ec2Networks } from './0080-ec2-networks.ts';
import { efsFileSystems } from './0085-efs-file-systems.ts';
import { rdsProxies } from './0120-rds-proxies.ts';
import { schemasRegistries } from './0125-schemas-registries.ts';
import type { Migration } from './migration.ts';

/** Every step this program knows, in order of number. */
export const migrations: readonly Migration[] = [
  lambdaFunctions,
  iamRoles,
  lambdaVersions,
  lambdaConcurrency,
  lambdaLayers,
  lambdaPolicies,
  lambdaFunctionUrls,
  lambdaOptions,
  lambdaResources,
  sqsQueues,
  lambdaEvents,
  lambdaMappings,
  lambdaEventTenants,
  httpApis,
  restApis,
  s3Objects,
  kmsKeys,
  secretsManagerSecrets,
  ssmParameters,
  stsSessions,
  sqsEarlierReceives,
  deliveries,
  snsTopics,
  eventsRules,
  schedulerSchedules,
  ec2Networks,
  efsFileSystems,
  rdsProxies,
  schemasRegistries,
];
