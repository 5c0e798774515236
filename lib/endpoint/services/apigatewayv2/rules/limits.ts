/** AWS's quotas of HTTP and WebSocket APIs (section 7 of the API Gateway quotas); routes to authorizers are raised on request there. */
export const limits = {
  apis: 600,
  routes: 300,
  integrations: 300,
  stages: 10,
  authorizers: 10,
  /** Not AWS's: each keeps a copy of the API. */
  deployments: 1000,
  tags: 50,
  domains: 120,
  mappings: 200,
  /** Of one domain. */
  routingRules: 50,
  vpcLinks: 10,
  linkSubnets: 10,
  /** Not AWS's either: of a route, an integration, and an API. */
  routeResponses: 10,
  integrationResponses: 100,
  models: 300,
} as const;
