/**
 * The example of a REST API: pets behind mock integrations, so that it answers without any other service. Everything
 * in it can be looked at: parameters, models, mappings, CORS, an integration response for an error.
 */
const mock = (statusCode: number, body: string, more: Readonly<Record<string, unknown>> = {}) => ({
  type: 'mock',
  passthroughBehavior: 'when_no_match',
  requestTemplates: { 'application/json': `{"statusCode": ${statusCode}}` },
  responses: {
    default: { statusCode: String(statusCode), responseTemplates: { 'application/json': body } },
  },
  ...more,
});
const answer = (description: string, schema?: string) => ({
  description,
  ...(schema && { content: { 'application/json': { schema: { $ref: `#/components/schemas/${schema}` } } } }),
});
const preflight = {
  summary: 'CORS',
  responses: {
    '200': {
      description: 'Preflight',
      headers: Object.fromEntries(
        ['Origin', 'Methods', 'Headers'].map((part) => [
          `Access-Control-Allow-${part}`,
          { schema: { type: 'string' } },
        ]),
      ),
    },
  },
  'x-amazon-apigateway-integration': mock(200, '', {
    responses: {
      default: {
        statusCode: '200',
        responseParameters: {
          'method.response.header.Access-Control-Allow-Methods': "'GET,POST,OPTIONS'",
          'method.response.header.Access-Control-Allow-Headers': "'Content-Type,Authorization,X-Api-Key'",
          'method.response.header.Access-Control-Allow-Origin': "'*'",
        },
      },
    },
  }),
};

/** The example as an OpenAPI document under a name of the user's. */
export function exampleApi(title: string, description: string) {
  return {
    openapi: '3.0.1',
    info: { title, description: description || 'Pets behind mock integrations.', version: '1.0' },
    paths: {
      '/pets': {
        get: {
          operationId: 'listPets',
          parameters: [{ name: 'type', in: 'query', schema: { type: 'string' } }],
          responses: { '200': answer('The pets', 'Pets') },
          'x-amazon-apigateway-integration': mock(
            200,
            '[{"id": 1, "type": "dog", "price": 249.99}, {"id": 2, "type": "cat", "price": 124.99}]',
          ),
        },
        post: {
          operationId: 'createPet',
          requestBody: { content: { 'application/json': { schema: { $ref: '#/components/schemas/Pet' } } } },
          responses: { '201': answer('The new pet', 'Pet') },
          'x-amazon-apigateway-integration': mock(201, '{"id": 3, "type": "fish", "price": 0.99}'),
        },
        options: preflight,
      },
      '/pets/{petId}': {
        get: {
          operationId: 'getPet',
          parameters: [{ name: 'petId', in: 'path', required: true, schema: { type: 'string' } }],
          responses: { '200': answer('The pet', 'Pet') },
          'x-amazon-apigateway-integration': mock(
            200,
            `{"id": "$util.escapeJavaScript($input.params('petId'))", "type": "dog", "price": 249.99}`,
          ),
        },
        options: {
          ...preflight,
          parameters: [{ name: 'petId', in: 'path', required: true, schema: { type: 'string' } }],
        },
      },
    },
    components: {
      schemas: {
        Pet: {
          type: 'object',
          properties: { id: { type: 'string' }, type: { type: 'string' }, price: { type: 'number' } },
        },
        Pets: { type: 'array', items: { $ref: '#/components/schemas/Pet' } },
      },
    },
  };
}
