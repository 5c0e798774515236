// Written by lib/tools/generate-operations.ts; do not edit.
import { addLayerVersionPermission } from '../operations/add-layer-version-permission.ts';
import { addPermission } from '../operations/add-permission.ts';
import { checkpointDurableExecution } from '../operations/checkpoint-durable-execution.ts';
import { createAlias } from '../operations/create-alias.ts';
import { createCapacityProvider } from '../operations/create-capacity-provider.ts';
import { createCodeSigningConfig } from '../operations/create-code-signing-config.ts';
import { createEventSourceMapping } from '../operations/create-event-source-mapping.ts';
import { createFunctionUrlConfig } from '../operations/create-function-url-config.ts';
import { createFunction } from '../operations/create-function.ts';
import { deleteAlias } from '../operations/delete-alias.ts';
import { deleteCapacityProvider } from '../operations/delete-capacity-provider.ts';
import { deleteCodeSigningConfig } from '../operations/delete-code-signing-config.ts';
import { deleteEventSourceMapping } from '../operations/delete-event-source-mapping.ts';
import { deleteFunctionCodeSigningConfig } from '../operations/delete-function-code-signing-config.ts';
import { deleteFunctionConcurrency } from '../operations/delete-function-concurrency.ts';
import { deleteFunctionEventInvokeConfig } from '../operations/delete-function-event-invoke-config.ts';
import { deleteFunctionUrlConfig } from '../operations/delete-function-url-config.ts';
import { deleteFunction } from '../operations/delete-function.ts';
import { deleteLayerVersion } from '../operations/delete-layer-version.ts';
import { deleteProvisionedConcurrencyConfig } from '../operations/delete-provisioned-concurrency-config.ts';
import { deleteResourcePolicy } from '../operations/delete-resource-policy.ts';
import { getAccountSettings } from '../operations/get-account-settings.ts';
import { getAlias } from '../operations/get-alias.ts';
import { getCapacityProvider } from '../operations/get-capacity-provider.ts';
import { getCodeSigningConfig } from '../operations/get-code-signing-config.ts';
import { getDurableExecutionHistory } from '../operations/get-durable-execution-history.ts';
import { getDurableExecutionState } from '../operations/get-durable-execution-state.ts';
import { getDurableExecution } from '../operations/get-durable-execution.ts';
import { getEventSourceMapping } from '../operations/get-event-source-mapping.ts';
import { getFunctionCodeSigningConfig } from '../operations/get-function-code-signing-config.ts';
import { getFunctionConcurrency } from '../operations/get-function-concurrency.ts';
import { getFunctionConfiguration } from '../operations/get-function-configuration.ts';
import { getFunctionEventInvokeConfig } from '../operations/get-function-event-invoke-config.ts';
import { getFunctionRecursionConfig } from '../operations/get-function-recursion-config.ts';
import { getFunctionScalingConfig } from '../operations/get-function-scaling-config.ts';
import { getFunctionUrlConfig } from '../operations/get-function-url-config.ts';
import { getFunction } from '../operations/get-function.ts';
import { getLayerVersionByArn } from '../operations/get-layer-version-by-arn.ts';
import { getLayerVersionPolicy } from '../operations/get-layer-version-policy.ts';
import { getLayerVersion } from '../operations/get-layer-version.ts';
import { getPolicy } from '../operations/get-policy.ts';
import { getProvisionedConcurrencyConfig } from '../operations/get-provisioned-concurrency-config.ts';
import { getResourcePolicy } from '../operations/get-resource-policy.ts';
import { getRuntimeManagementConfig } from '../operations/get-runtime-management-config.ts';
import { invokeAsync } from '../operations/invoke-async.ts';
import { invokeWithResponseStream } from '../operations/invoke-with-response-stream.ts';
import { invoke } from '../operations/invoke.ts';
import { listAliases } from '../operations/list-aliases.ts';
import { listCapacityProviders } from '../operations/list-capacity-providers.ts';
import { listCodeSigningConfigs } from '../operations/list-code-signing-configs.ts';
import { listDurableExecutionsByFunction } from '../operations/list-durable-executions-by-function.ts';
import { listEventSourceMappings } from '../operations/list-event-source-mappings.ts';
import { listFunctionEventInvokeConfigs } from '../operations/list-function-event-invoke-configs.ts';
import { listFunctionUrlConfigs } from '../operations/list-function-url-configs.ts';
import { listFunctionVersionsByCapacityProvider } from '../operations/list-function-versions-by-capacity-provider.ts';
import { listFunctionsByCodeSigningConfig } from '../operations/list-functions-by-code-signing-config.ts';
import { listFunctions } from '../operations/list-functions.ts';
import { listLayerVersions } from '../operations/list-layer-versions.ts';
import { listLayers } from '../operations/list-layers.ts';
import { listProvisionedConcurrencyConfigs } from '../operations/list-provisioned-concurrency-configs.ts';
import { listTags } from '../operations/list-tags.ts';
import { listVersionsByFunction } from '../operations/list-versions-by-function.ts';
import { publishLayerVersion } from '../operations/publish-layer-version.ts';
import { publishVersion } from '../operations/publish-version.ts';
import { putFunctionCodeSigningConfig } from '../operations/put-function-code-signing-config.ts';
import { putFunctionConcurrency } from '../operations/put-function-concurrency.ts';
import { putFunctionEventInvokeConfig } from '../operations/put-function-event-invoke-config.ts';
import { putFunctionRecursionConfig } from '../operations/put-function-recursion-config.ts';
import { putFunctionScalingConfig } from '../operations/put-function-scaling-config.ts';
import { putProvisionedConcurrencyConfig } from '../operations/put-provisioned-concurrency-config.ts';
import { putResourcePolicy } from '../operations/put-resource-policy.ts';
import { putRuntimeManagementConfig } from '../operations/put-runtime-management-config.ts';
import { removeLayerVersionPermission } from '../operations/remove-layer-version-permission.ts';
import { removePermission } from '../operations/remove-permission.ts';
import { sendDurableExecutionCallbackFailure } from '../operations/send-durable-execution-callback-failure.ts';
import { sendDurableExecutionCallbackHeartbeat } from '../operations/send-durable-execution-callback-heartbeat.ts';
import { sendDurableExecutionCallbackSuccess } from '../operations/send-durable-execution-callback-success.ts';
import { stopDurableExecution } from '../operations/stop-durable-execution.ts';
import { tagResource } from '../operations/tag-resource.ts';
import { untagResource } from '../operations/untag-resource.ts';
import { updateAlias } from '../operations/update-alias.ts';
import { updateCapacityProvider } from '../operations/update-capacity-provider.ts';
import { updateCodeSigningConfig } from '../operations/update-code-signing-config.ts';
import { updateEventSourceMapping } from '../operations/update-event-source-mapping.ts';
import { updateFunctionCode } from '../operations/update-function-code.ts';
import { updateFunctionConfiguration } from '../operations/update-function-configuration.ts';
import { updateFunctionEventInvokeConfig } from '../operations/update-function-event-invoke-config.ts';
import { updateFunctionUrlConfig } from '../operations/update-function-url-config.ts';

export const operations = {
  AddLayerVersionPermission: addLayerVersionPermission,
  AddPermission: addPermission,
  CheckpointDurableExecution: checkpointDurableExecution,
  CreateAlias: createAlias,
  CreateCapacityProvider: createCapacityProvider,
  CreateCodeSigningConfig: createCodeSigningConfig,
  CreateEventSourceMapping: createEventSourceMapping,
  CreateFunctionUrlConfig: createFunctionUrlConfig,
  CreateFunction: createFunction,
  DeleteAlias: deleteAlias,
  DeleteCapacityProvider: deleteCapacityProvider,
  DeleteCodeSigningConfig: deleteCodeSigningConfig,
  DeleteEventSourceMapping: deleteEventSourceMapping,
  DeleteFunctionCodeSigningConfig: deleteFunctionCodeSigningConfig,
  DeleteFunctionConcurrency: deleteFunctionConcurrency,
  DeleteFunctionEventInvokeConfig: deleteFunctionEventInvokeConfig,
  DeleteFunctionUrlConfig: deleteFunctionUrlConfig,
  DeleteFunction: deleteFunction,
  DeleteLayerVersion: deleteLayerVersion,
  DeleteProvisionedConcurrencyConfig: deleteProvisionedConcurrencyConfig,
  DeleteResourcePolicy: deleteResourcePolicy,
  GetAccountSettings: getAccountSettings,
  GetAlias: getAlias,
  GetCapacityProvider: getCapacityProvider,
  GetCodeSigningConfig: getCodeSigningConfig,
  GetDurableExecutionHistory: getDurableExecutionHistory,
  GetDurableExecutionState: getDurableExecutionState,
  GetDurableExecution: getDurableExecution,
  GetEventSourceMapping: getEventSourceMapping,
  GetFunctionCodeSigningConfig: getFunctionCodeSigningConfig,
  GetFunctionConcurrency: getFunctionConcurrency,
  GetFunctionConfiguration: getFunctionConfiguration,
  GetFunctionEventInvokeConfig: getFunctionEventInvokeConfig,
  GetFunctionRecursionConfig: getFunctionRecursionConfig,
  GetFunctionScalingConfig: getFunctionScalingConfig,
  GetFunctionUrlConfig: getFunctionUrlConfig,
  GetFunction: getFunction,
  GetLayerVersionByArn: getLayerVersionByArn,
  GetLayerVersionPolicy: getLayerVersionPolicy,
  GetLayerVersion: getLayerVersion,
  GetPolicy: getPolicy,
  GetProvisionedConcurrencyConfig: getProvisionedConcurrencyConfig,
  GetResourcePolicy: getResourcePolicy,
  GetRuntimeManagementConfig: getRuntimeManagementConfig,
  InvokeAsync: invokeAsync,
  InvokeWithResponseStream: invokeWithResponseStream,
  Invoke: invoke,
  ListAliases: listAliases,
  ListCapacityProviders: listCapacityProviders,
  ListCodeSigningConfigs: listCodeSigningConfigs,
  ListDurableExecutionsByFunction: listDurableExecutionsByFunction,
  ListEventSourceMappings: listEventSourceMappings,
  ListFunctionEventInvokeConfigs: listFunctionEventInvokeConfigs,
  ListFunctionUrlConfigs: listFunctionUrlConfigs,
  ListFunctionVersionsByCapacityProvider: listFunctionVersionsByCapacityProvider,
  ListFunctionsByCodeSigningConfig: listFunctionsByCodeSigningConfig,
  ListFunctions: listFunctions,
  ListLayerVersions: listLayerVersions,
  ListLayers: listLayers,
  ListProvisionedConcurrencyConfigs: listProvisionedConcurrencyConfigs,
  ListTags: listTags,
  ListVersionsByFunction: listVersionsByFunction,
  PublishLayerVersion: publishLayerVersion,
  PublishVersion: publishVersion,
  PutFunctionCodeSigningConfig: putFunctionCodeSigningConfig,
  PutFunctionConcurrency: putFunctionConcurrency,
  PutFunctionEventInvokeConfig: putFunctionEventInvokeConfig,
  PutFunctionRecursionConfig: putFunctionRecursionConfig,
  PutFunctionScalingConfig: putFunctionScalingConfig,
  PutProvisionedConcurrencyConfig: putProvisionedConcurrencyConfig,
  PutResourcePolicy: putResourcePolicy,
  PutRuntimeManagementConfig: putRuntimeManagementConfig,
  RemoveLayerVersionPermission: removeLayerVersionPermission,
  RemovePermission: removePermission,
  SendDurableExecutionCallbackFailure: sendDurableExecutionCallbackFailure,
  SendDurableExecutionCallbackHeartbeat: sendDurableExecutionCallbackHeartbeat,
  SendDurableExecutionCallbackSuccess: sendDurableExecutionCallbackSuccess,
  StopDurableExecution: stopDurableExecution,
  TagResource: tagResource,
  UntagResource: untagResource,
  UpdateAlias: updateAlias,
  UpdateCapacityProvider: updateCapacityProvider,
  UpdateCodeSigningConfig: updateCodeSigningConfig,
  UpdateEventSourceMapping: updateEventSourceMapping,
  UpdateFunctionCode: updateFunctionCode,
  UpdateFunctionConfiguration: updateFunctionConfiguration,
  UpdateFunctionEventInvokeConfig: updateFunctionEventInvokeConfig,
  UpdateFunctionUrlConfig: updateFunctionUrlConfig,
};
