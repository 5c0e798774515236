import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';

const rest = 'lib/endpoint/data-plane/rest-api';
const socket = 'lib/endpoint/data-plane/websocket-api/test';
const control = 'lib/endpoint/services/apigateway/test';
const whole = 'lib/endpoint/tests';

type Test = readonly [file: string, title: string];

/** What users of API Gateway trip over, and the tests that keep the endpoint and the console to AWS's behaviour. */
const pitfalls: [what: string, ...tests: Test[]][] = [
  [
    'P1 A changed API is served as it was until it is deployed; the console says that it changed',
    [`${rest}/test/mock.test.ts`, 'a deployment is what it was; stage variables act at once'],
    [
      'lib/domain/rest-api/undeployed.test.ts',
      'finds methods that are new, and those with another authorization',
    ],
    ['lib/domain/http-api/undeployed.test.ts', 'another route, or another CORS, is a difference'],
  ],
  [
    'P2 A wrong path or verb is 403 Missing Authentication Token; the console explains it',
    [`${rest}/test/mock.test.ts`, 'stages and resources: what is there, and what is not'],
    ['lib/domain/answer-advice.test.ts', 'explains Missing Authentication Token'],
  ],
  [
    'P3 A kept policy of one method denies the next; the console warns of such policies',
    [`${rest}/test/access.test.ts`, 'a kept policy is judged anew for another method'],
    [`${whole}/http-api-authorizers.test.ts`, 'judged anew for each route'],
    ['lib/domain/rest-api/narrow-policy.test.ts', '%s: %s'],
  ],
  [
    'P4 Wildcards of policies fit as AWS has them',
    ['lib/endpoint/data-plane/shared/authorizer-policy.test.ts', 'the resource %s of a policy: %s'],
  ],
  [
    'P5 A preflight meets an authorizer; Enable CORS makes OPTIONS without one',
    [`${rest}/test/pitfalls.test.ts`, 'a preflight meets the authorizer of ANY'],
    [`${whole}/http-apis.test.ts`, 'No authorizer is asked before it.'],
    ['e2e/tests/rest-method.spec.ts', 'edits each station of a method'],
  ],
  ['P6 rawPath begins with the stage', [`${whole}/http-apis.test.ts`, "rawPath: '/dev/pets/a b'"]],
  [
    'P7 The stage $default comes percent-encoded',
    [`${whole}/http-apis.test.ts`, 'may take the path form, with and without the name of $default'],
    [`${whole}/http-api-control-plane.test.ts`, 'creates an API quickly, and serves it at once'],
  ],
  [
    'P8 Each cookie is a line of its own',
    [`${rest}/test/back-ends.test.ts`, 'headers of both maps are joined, cookies stay lines of their own'],
    [`${whole}/http-apis.test.ts`, 'keeps every cookie, and fails as AWS does'],
  ],
  [
    'P9 Binary bodies stay whole',
    [`${rest}/test/back-ends.test.ts`, 'binary bodies travel in base64 where the API names their type'],
    [`${whole}/http-apis.test.ts`, 'carries bytes both ways'],
  ],
  [
    'P10 */* as a binary type breaks OPTIONS by Mock',
    [
      `${rest}/test/mock.test.ts`,
      'a star of binary types breaks mocks, as on AWS, unless they convert to text',
    ],
  ],
  [
    'P11 A late function: 504 of a REST API, 503 of an HTTP API, and it goes on',
    [`${rest}/test/pitfalls.test.ts`, 'a function that is too late for the gateway goes on running'],
    [`${whole}/http-apis.test.ts`, 'keeps every cookie, and fails as AWS does'],
  ],
  [
    'P12 A time limit above 29 seconds is permitted',
    [`${rest}/test/pitfalls.test.ts`, 'a time limit above 29 seconds is taken, up to 300'],
    ['components/apis/rest/forms/integration-draft.test.ts', 'names what is missing'],
  ],
  [
    'P13 Status and words of a gateway response have one source',
    [
      `${rest}/test/pitfalls.test.ts`,
      'status, type and words of a refusal come from one and the same gateway response',
    ],
  ],
  [
    'P14 Posting during $connect is 410',
    [`${socket}/management.test.ts`, 'posts to a client, which is not there before $connect has answered'],
  ],
  [
    'P15 Posting to a closed connection is 410',
    [`${socket}/management.test.ts`, 'deletes a connection, after which it is gone'],
  ],
  [
    'P16 The @ and the = of a connection’s address come encoded and plain',
    [`${socket}/management.test.ts`, 'takes the id and the at sign encoded and plain, in the host form too'],
  ],
  [
    'P17 A wrong management address is 403; the console shows the right one',
    [`${socket}/management.test.ts`, 'refuses what is no connection of this stage, and who may not'],
    ['e2e/tests/websocket-apis.spec.ts', 'makes routes, deploys them, and talks to them'],
  ],
  [
    'P18 $disconnect is told of every close',
    [`${socket}/limits.test.ts`, 'what a client closes with is told to $disconnect'],
    [`${socket}/limits.test.ts`, 'a client that leaves while $connect runs is disconnected again'],
  ],
  [
    'P19 A connection opens after $connect has answered',
    [
      `${socket}/life.test.ts`,
      'opens only when $connect has answered, and tells functions what AWS tells them',
    ],
  ],
  [
    'P20 Without $default the other routes are served',
    [`${socket}/messages.test.ts`, 'forbids what has no route, and serves the others without a $default'],
  ],
  [
    'P21 An unknown action goes to $default, else Forbidden',
    [`${socket}/messages.test.ts`, 'goes to the route that the message names, else to $default'],
    [`${socket}/messages.test.ts`, 'forbids what has no route, and serves the others without a $default'],
  ],
  [
    'P22 An idle connection closes after ten minutes',
    [
      `${socket}/limits.test.ts`,
      'an idle connection is closed after ten minutes, one that talks lives on for two hours',
    ],
  ],
  [
    'P23 Only $connect asks an authorizer',
    [`${whole}/websocket-control-plane.test.ts`, 'have routes, of which only $connect asks who is there'],
  ],
  [
    'P24 A policy for …/*/* does not fit $connect',
    [
      `${socket}/door.test.ts`,
      'Wildcards for methods and paths, as scripts for REST APIs have them, name another route',
    ],
  ],
  [
    'P25 An authorizer that answers {statusCode: 401} is a fault; Unauthorized is thrown',
    [`${socket}/door.test.ts`, 'a REQUEST authorizer decides, and what it says is told in every event'],
  ],
  [
    'P26 The context of an authorizer reaches $connect and later events',
    [`${socket}/door.test.ts`, 'a REQUEST authorizer decides, and what it says is told in every event'],
  ],
  [
    'P27 WebSocket APIs have no JWT authorizers',
    [`${whole}/websocket-control-plane.test.ts`, 'have REQUEST authorizers alone'],
  ],
  [
    'P28 Importing twice makes two APIs; the console offers the one that is there',
    ['e2e/tests/http-apis.spec.ts', 'previews a definition, refuses what is none, and imports a REST API'],
  ],
  [
    'P29 Names of models lose _ and - with a warning',
    [`${control}/openapi.test.ts`, 'names of models lose what AWS does not take, with a warning'],
  ],
  [
    'P30 Imports heed base paths and models',
    [`${control}/openapi.test.ts`, 'reads YAML and Swagger 2.0, and places base paths as asked'],
    [`${control}/openapi.test.ts`, 'makes resources, methods, models, validators and integrations'],
  ],
  [
    'P31 Reads that are throttled are asked again; changes wait and say so',
    ['lib/aws/changes-once.test.ts', '%s is sent three times'],
  ],
  [
    'P32 Templates: methods of Java, $util, quotes, null',
    [`${rest}/vtl/vtl.test.ts`, '$util, $context, $stageVariables'],
    [`${rest}/vtl/vtl.test.ts`, 'the language'],
  ],
  [
    'P33 A function’s error behind templates is 200 unless a pattern fits',
    [`${rest}/test/back-ends.test.ts`, 'AWS: templates around a function, its error chosen by a pattern'],
  ],
  [
    'P34 The start of a function counts towards the time limit',
    [`${whole}/rest-apis.test.ts`, 'the start of a function counts towards the time limit of the gateway'],
  ],
  [
    'P35 The reason of a refused JWT stands in www-authenticate; the console shows it',
    [`${whole}/http-api-jwt.test.ts`, 'keeps out what is no valid token, and says why'],
    ['lib/domain/answer-advice.test.ts', 'finds the reason of a refused token in its header'],
  ],
  [
    'P36 A Cognito authorizer takes access tokens with scopes alone',
    [
      `${rest}/test/authorizers.test.ts`,
      'Cognito: an ID token of the pool, or an access token with a scope of the method',
    ],
    [`${rest}/test/authorizers.test.ts`, 'Cognito: nothing else'],
  ],
  [
    'P37 A default endpoint that is off answers 403, after a deployment',
    [`${rest}/test/pitfalls.test.ts`, 'the default endpoint is off, with 403, only after a deployment'],
  ],
  [
    'P38 A key made by the SDK is off; the console makes it on',
    [`${rest}/test/pitfalls.test.ts`, 'a key that is made without a word of `enabled` is off'],
    ['e2e/tests/api-keys.spec.ts', 'makes a key, shows its value, changes and deletes it'],
  ],
  [
    'P39 The stage does not belong into the path of a custom domain',
    [`${rest}/test/domains.test.ts`, 'a custom domain leads to the stages that its base paths are mapped to'],
  ],
  [
    'P40 Cache-Control of a back end does not stop the stage cache',
    [
      `${rest}/test/limits.test.ts`,
      'the stage cache: by parameters, until its time is over, flushed, or asked anew',
    ],
  ],
];

test('there are forty', () => {
  expect(pitfalls.map(([what]) => /^P\d+/.exec(what)?.[0])).toEqual(
    Array.from({ length: 40 }, (_, index) => `P${index + 1}`),
  );
});

test.each(pitfalls)('%s', async (_what, ...tests) => {
  for (const [file, title] of tests)
    expect(await readFile(path.resolve(file), 'utf8'), file).toContain(title);
});
