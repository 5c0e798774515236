import type { FunctionSample } from './types.ts';

export const helloNode: FunctionSample = {
  id: 'hello-node',
  languages: ['nodejs'],
  handler: 'index.handler',
  files: {
    'index.mjs': `export const handler = async (event) => {
  const response = {
    statusCode: 200,
    body: JSON.stringify('Hello from Lambda!'),
  };
  return response;
};
`,
  },
};

export const httpApiNode: FunctionSample = {
  id: 'http-api-node',
  languages: ['nodejs'],
  handler: 'index.handler',
  files: {
    'index.mjs': `import { route } from './lib/router.mjs';
import { json, notFound } from './lib/responses.mjs';

// Answers API Gateway (payload 2.0) and function URLs.
const routes = {
  'GET /hello': ({ query }) => json(200, { message: \`Hello, \${query.name ?? 'world'}\` }),
  'POST /echo': ({ body }) => json(200, body),
};

export const handler = async (event) => {
  const request = route(event);
  const answer = routes[request.key];
  console.log(JSON.stringify({ route: request.key, found: Boolean(answer) }));
  return answer ? answer(request) : notFound(request.key);
};
`,
    'lib/router.mjs': `/** Reads method, path, query and body out of an HTTP event. */
export function route(event) {
  const http = event.requestContext?.http ?? { method: 'GET', path: '/hello' };
  return {
    key: \`\${http.method} \${http.path}\`,
    query: event.queryStringParameters ?? {},
    body: parse(event),
  };
}

function parse(event) {
  if (!event.body) return null;
  const text = event.isBase64Encoded ? Buffer.from(event.body, 'base64').toString('utf8') : event.body;
  try {
    return JSON.parse(text);
  } catch {
    return { text };
  }
}
`,
    'lib/responses.mjs': `export function json(statusCode, value) {
  return {
    statusCode,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(value),
  };
}

export function notFound(key) {
  return json(404, { message: \`No route for \${key}\` });
}
`,
  },
};

export const queueNode: FunctionSample = {
  id: 'queue-node',
  languages: ['nodejs'],
  handler: 'index.handler',
  files: {
    'index.mjs': `// Handles a batch of SQS messages and reports the ones that failed, so that only those come back.
export const handler = async (event) => {
  const batchItemFailures = [];
  for (const record of event.Records ?? []) {
    try {
      await handleMessage(JSON.parse(record.body));
    } catch (error) {
      console.error(\`message \${record.messageId}: \${error.message}\`);
      batchItemFailures.push({ itemIdentifier: record.messageId });
    }
  }
  return { batchItemFailures };
};

async function handleMessage(message) {
  if (!message.id) throw new Error('the message has no id');
  console.log('handled', message.id);
}
`,
  },
};
