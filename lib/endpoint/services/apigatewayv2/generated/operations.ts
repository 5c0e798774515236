// Written by lib/tools/generate-operations.ts; do not edit.
import { createApiMapping } from '../operations/create-api-mapping.ts';
import { createApi } from '../operations/create-api.ts';
import { createAuthorizer } from '../operations/create-authorizer.ts';
import { createDeployment } from '../operations/create-deployment.ts';
import { createDomainName } from '../operations/create-domain-name.ts';
import { createIntegrationResponse } from '../operations/create-integration-response.ts';
import { createIntegration } from '../operations/create-integration.ts';
import { createModel } from '../operations/create-model.ts';
import { createRouteResponse } from '../operations/create-route-response.ts';
import { createRoute } from '../operations/create-route.ts';
import { createRoutingRule } from '../operations/create-routing-rule.ts';
import { createStage } from '../operations/create-stage.ts';
import { createVpcLink } from '../operations/create-vpc-link.ts';
import { deleteAccessLogSettings } from '../operations/delete-access-log-settings.ts';
import { deleteApiMapping } from '../operations/delete-api-mapping.ts';
import { deleteApi } from '../operations/delete-api.ts';
import { deleteAuthorizer } from '../operations/delete-authorizer.ts';
import { deleteCorsConfiguration } from '../operations/delete-cors-configuration.ts';
import { deleteDeployment } from '../operations/delete-deployment.ts';
import { deleteDomainName } from '../operations/delete-domain-name.ts';
import { deleteIntegrationResponse } from '../operations/delete-integration-response.ts';
import { deleteIntegration } from '../operations/delete-integration.ts';
import { deleteModel } from '../operations/delete-model.ts';
import { deleteRouteRequestParameter } from '../operations/delete-route-request-parameter.ts';
import { deleteRouteResponse } from '../operations/delete-route-response.ts';
import { deleteRouteSettings } from '../operations/delete-route-settings.ts';
import { deleteRoute } from '../operations/delete-route.ts';
import { deleteRoutingRule } from '../operations/delete-routing-rule.ts';
import { deleteStage } from '../operations/delete-stage.ts';
import { deleteVpcLink } from '../operations/delete-vpc-link.ts';
import { exportApi } from '../operations/export-api.ts';
import { getApiMapping } from '../operations/get-api-mapping.ts';
import { getApiMappings } from '../operations/get-api-mappings.ts';
import { getApi } from '../operations/get-api.ts';
import { getApis } from '../operations/get-apis.ts';
import { getAuthorizer } from '../operations/get-authorizer.ts';
import { getAuthorizers } from '../operations/get-authorizers.ts';
import { getDeployment } from '../operations/get-deployment.ts';
import { getDeployments } from '../operations/get-deployments.ts';
import { getDomainName } from '../operations/get-domain-name.ts';
import { getDomainNames } from '../operations/get-domain-names.ts';
import { getIntegrationResponse } from '../operations/get-integration-response.ts';
import { getIntegrationResponses } from '../operations/get-integration-responses.ts';
import { getIntegration } from '../operations/get-integration.ts';
import { getIntegrations } from '../operations/get-integrations.ts';
import { getModelTemplate } from '../operations/get-model-template.ts';
import { getModel } from '../operations/get-model.ts';
import { getModels } from '../operations/get-models.ts';
import { getRouteResponse } from '../operations/get-route-response.ts';
import { getRouteResponses } from '../operations/get-route-responses.ts';
import { getRoute } from '../operations/get-route.ts';
import { getRoutes } from '../operations/get-routes.ts';
import { getRoutingRule } from '../operations/get-routing-rule.ts';
import { getStage } from '../operations/get-stage.ts';
import { getStages } from '../operations/get-stages.ts';
import { getTags } from '../operations/get-tags.ts';
import { getVpcLink } from '../operations/get-vpc-link.ts';
import { getVpcLinks } from '../operations/get-vpc-links.ts';
import { importApi } from '../operations/import-api.ts';
import { listRoutingRules } from '../operations/list-routing-rules.ts';
import { putRoutingRule } from '../operations/put-routing-rule.ts';
import { reimportApi } from '../operations/reimport-api.ts';
import { resetAuthorizersCache } from '../operations/reset-authorizers-cache.ts';
import { tagResource } from '../operations/tag-resource.ts';
import { untagResource } from '../operations/untag-resource.ts';
import { updateApiMapping } from '../operations/update-api-mapping.ts';
import { updateApi } from '../operations/update-api.ts';
import { updateAuthorizer } from '../operations/update-authorizer.ts';
import { updateDeployment } from '../operations/update-deployment.ts';
import { updateDomainName } from '../operations/update-domain-name.ts';
import { updateIntegrationResponse } from '../operations/update-integration-response.ts';
import { updateIntegration } from '../operations/update-integration.ts';
import { updateModel } from '../operations/update-model.ts';
import { updateRouteResponse } from '../operations/update-route-response.ts';
import { updateRoute } from '../operations/update-route.ts';
import { updateStage } from '../operations/update-stage.ts';
import { updateVpcLink } from '../operations/update-vpc-link.ts';

export const operations = {
  CreateApiMapping: createApiMapping,
  CreateApi: createApi,
  CreateAuthorizer: createAuthorizer,
  CreateDeployment: createDeployment,
  CreateDomainName: createDomainName,
  CreateIntegrationResponse: createIntegrationResponse,
  CreateIntegration: createIntegration,
  CreateModel: createModel,
  CreateRouteResponse: createRouteResponse,
  CreateRoute: createRoute,
  CreateRoutingRule: createRoutingRule,
  CreateStage: createStage,
  CreateVpcLink: createVpcLink,
  DeleteAccessLogSettings: deleteAccessLogSettings,
  DeleteApiMapping: deleteApiMapping,
  DeleteApi: deleteApi,
  DeleteAuthorizer: deleteAuthorizer,
  DeleteCorsConfiguration: deleteCorsConfiguration,
  DeleteDeployment: deleteDeployment,
  DeleteDomainName: deleteDomainName,
  DeleteIntegrationResponse: deleteIntegrationResponse,
  DeleteIntegration: deleteIntegration,
  DeleteModel: deleteModel,
  DeleteRouteRequestParameter: deleteRouteRequestParameter,
  DeleteRouteResponse: deleteRouteResponse,
  DeleteRouteSettings: deleteRouteSettings,
  DeleteRoute: deleteRoute,
  DeleteRoutingRule: deleteRoutingRule,
  DeleteStage: deleteStage,
  DeleteVpcLink: deleteVpcLink,
  ExportApi: exportApi,
  GetApiMapping: getApiMapping,
  GetApiMappings: getApiMappings,
  GetApi: getApi,
  GetApis: getApis,
  GetAuthorizer: getAuthorizer,
  GetAuthorizers: getAuthorizers,
  GetDeployment: getDeployment,
  GetDeployments: getDeployments,
  GetDomainName: getDomainName,
  GetDomainNames: getDomainNames,
  GetIntegrationResponse: getIntegrationResponse,
  GetIntegrationResponses: getIntegrationResponses,
  GetIntegration: getIntegration,
  GetIntegrations: getIntegrations,
  GetModelTemplate: getModelTemplate,
  GetModel: getModel,
  GetModels: getModels,
  GetRouteResponse: getRouteResponse,
  GetRouteResponses: getRouteResponses,
  GetRoute: getRoute,
  GetRoutes: getRoutes,
  GetRoutingRule: getRoutingRule,
  GetStage: getStage,
  GetStages: getStages,
  GetTags: getTags,
  GetVpcLink: getVpcLink,
  GetVpcLinks: getVpcLinks,
  ImportApi: importApi,
  ListRoutingRules: listRoutingRules,
  PutRoutingRule: putRoutingRule,
  ReimportApi: reimportApi,
  ResetAuthorizersCache: resetAuthorizersCache,
  TagResource: tagResource,
  UntagResource: untagResource,
  UpdateApiMapping: updateApiMapping,
  UpdateApi: updateApi,
  UpdateAuthorizer: updateAuthorizer,
  UpdateDeployment: updateDeployment,
  UpdateDomainName: updateDomainName,
  UpdateIntegrationResponse: updateIntegrationResponse,
  UpdateIntegration: updateIntegration,
  UpdateModel: updateModel,
  UpdateRouteResponse: updateRouteResponse,
  UpdateRoute: updateRoute,
  UpdateStage: updateStage,
  UpdateVpcLink: updateVpcLink,
};
