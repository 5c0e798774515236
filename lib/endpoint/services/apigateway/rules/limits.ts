/** Quotas of an account or an API (section 7 of the facts: defaults that AWS publishes). */
export const limits = {
  apis: 600,
  resources: 300,
  stages: 10,
  deployments: 500,
  authorizers: 10,
  models: 300,
  validators: 300,
  keys: 10_000,
  usagePlans: 300,
  /** Of one API stage in one plan. */
  methodThrottles: 20,
  domains: 120,
  mappings: 200,
  vpcLinks: 20,
  clientCertificates: 60,
  /** Of one private API; not AWS's. */
  vpcEndpoints: 50,
  documentationParts: 2000,
  documentationVersions: 500,
  variables: 100,
  tags: 50,
  policyBytes: 8192,
  schemaBytes: 400 * 1024,
  templateBytes: 300 * 1024,
} as const;
