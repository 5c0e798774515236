// Written by lib/tools/generate-operations.ts; do not edit.
import { createAuthorizer } from '../operations/create-authorizer.ts';
import { createDeployment } from '../operations/create-deployment.ts';
import { createModel } from '../operations/create-model.ts';
import { createRequestValidator } from '../operations/create-request-validator.ts';
import { createResource } from '../operations/create-resource.ts';
import { createRestApi } from '../operations/create-rest-api.ts';
import { createStage } from '../operations/create-stage.ts';
import { deleteAuthorizer } from '../operations/delete-authorizer.ts';
import { deleteDeployment } from '../operations/delete-deployment.ts';
import { deleteGatewayResponse } from '../operations/delete-gateway-response.ts';
import { deleteIntegrationResponse } from '../operations/delete-integration-response.ts';
import { deleteIntegration } from '../operations/delete-integration.ts';
import { deleteMethodResponse } from '../operations/delete-method-response.ts';
import { deleteMethod } from '../operations/delete-method.ts';
import { deleteModel } from '../operations/delete-model.ts';
import { deleteRequestValidator } from '../operations/delete-request-validator.ts';
import { deleteResource } from '../operations/delete-resource.ts';
import { deleteRestApi } from '../operations/delete-rest-api.ts';
import { deleteStage } from '../operations/delete-stage.ts';
import { flushStageAuthorizersCache } from '../operations/flush-stage-authorizers-cache.ts';
import { flushStageCache } from '../operations/flush-stage-cache.ts';
import { getAccount } from '../operations/get-account.ts';
import { getAuthorizer } from '../operations/get-authorizer.ts';
import { getAuthorizers } from '../operations/get-authorizers.ts';
import { getDeployment } from '../operations/get-deployment.ts';
import { getDeployments } from '../operations/get-deployments.ts';
import { getGatewayResponse } from '../operations/get-gateway-response.ts';
import { getGatewayResponses } from '../operations/get-gateway-responses.ts';
import { getIntegrationResponse } from '../operations/get-integration-response.ts';
import { getIntegration } from '../operations/get-integration.ts';
import { getMethodResponse } from '../operations/get-method-response.ts';
import { getMethod } from '../operations/get-method.ts';
import { getModelTemplate } from '../operations/get-model-template.ts';
import { getModel } from '../operations/get-model.ts';
import { getModels } from '../operations/get-models.ts';
import { getRequestValidator } from '../operations/get-request-validator.ts';
import { getRequestValidators } from '../operations/get-request-validators.ts';
import { getResource } from '../operations/get-resource.ts';
import { getResources } from '../operations/get-resources.ts';
import { getRestApi } from '../operations/get-rest-api.ts';
import { getRestApis } from '../operations/get-rest-apis.ts';
import { getStage } from '../operations/get-stage.ts';
import { getStages } from '../operations/get-stages.ts';
import { putGatewayResponse } from '../operations/put-gateway-response.ts';
import { putIntegrationResponse } from '../operations/put-integration-response.ts';
import { putIntegration } from '../operations/put-integration.ts';
import { putMethodResponse } from '../operations/put-method-response.ts';
import { putMethod } from '../operations/put-method.ts';
import { testInvokeAuthorizer } from '../operations/test-invoke-authorizer.ts';
import { testInvokeMethod } from '../operations/test-invoke-method.ts';
import { updateAccount } from '../operations/update-account.ts';
import { updateAuthorizer } from '../operations/update-authorizer.ts';
import { updateDeployment } from '../operations/update-deployment.ts';
import { updateGatewayResponse } from '../operations/update-gateway-response.ts';
import { updateIntegrationResponse } from '../operations/update-integration-response.ts';
import { updateIntegration } from '../operations/update-integration.ts';
import { updateMethodResponse } from '../operations/update-method-response.ts';
import { updateMethod } from '../operations/update-method.ts';
import { updateModel } from '../operations/update-model.ts';
import { updateRequestValidator } from '../operations/update-request-validator.ts';
import { updateResource } from '../operations/update-resource.ts';
import { updateRestApi } from '../operations/update-rest-api.ts';
import { updateStage } from '../operations/update-stage.ts';

export const operations = {
  CreateAuthorizer: createAuthorizer,
  CreateDeployment: createDeployment,
  CreateModel: createModel,
  CreateRequestValidator: createRequestValidator,
  CreateResource: createResource,
  CreateRestApi: createRestApi,
  CreateStage: createStage,
  DeleteAuthorizer: deleteAuthorizer,
  DeleteDeployment: deleteDeployment,
  DeleteGatewayResponse: deleteGatewayResponse,
  DeleteIntegrationResponse: deleteIntegrationResponse,
  DeleteIntegration: deleteIntegration,
  DeleteMethodResponse: deleteMethodResponse,
  DeleteMethod: deleteMethod,
  DeleteModel: deleteModel,
  DeleteRequestValidator: deleteRequestValidator,
  DeleteResource: deleteResource,
  DeleteRestApi: deleteRestApi,
  DeleteStage: deleteStage,
  FlushStageAuthorizersCache: flushStageAuthorizersCache,
  FlushStageCache: flushStageCache,
  GetAccount: getAccount,
  GetAuthorizer: getAuthorizer,
  GetAuthorizers: getAuthorizers,
  GetDeployment: getDeployment,
  GetDeployments: getDeployments,
  GetGatewayResponse: getGatewayResponse,
  GetGatewayResponses: getGatewayResponses,
  GetIntegrationResponse: getIntegrationResponse,
  GetIntegration: getIntegration,
  GetMethodResponse: getMethodResponse,
  GetMethod: getMethod,
  GetModelTemplate: getModelTemplate,
  GetModel: getModel,
  GetModels: getModels,
  GetRequestValidator: getRequestValidator,
  GetRequestValidators: getRequestValidators,
  GetResource: getResource,
  GetResources: getResources,
  GetRestApi: getRestApi,
  GetRestApis: getRestApis,
  GetStage: getStage,
  GetStages: getStages,
  PutGatewayResponse: putGatewayResponse,
  PutIntegrationResponse: putIntegrationResponse,
  PutIntegration: putIntegration,
  PutMethodResponse: putMethodResponse,
  PutMethod: putMethod,
  TestInvokeAuthorizer: testInvokeAuthorizer,
  TestInvokeMethod: testInvokeMethod,
  UpdateAccount: updateAccount,
  UpdateAuthorizer: updateAuthorizer,
  UpdateDeployment: updateDeployment,
  UpdateGatewayResponse: updateGatewayResponse,
  UpdateIntegrationResponse: updateIntegrationResponse,
  UpdateIntegration: updateIntegration,
  UpdateMethodResponse: updateMethodResponse,
  UpdateMethod: updateMethod,
  UpdateModel: updateModel,
  UpdateRequestValidator: updateRequestValidator,
  UpdateResource: updateResource,
  UpdateRestApi: updateRestApi,
  UpdateStage: updateStage,
};
