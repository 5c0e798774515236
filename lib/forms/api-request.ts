import * as z from 'zod';
import { headerProblem, runnerAuths, runnerMethods, sentPath } from '../domain/api-request.ts';
import { placeSchema } from './place';

/** API Gateway takes bodies up to 10 MB; a text that is typed or pasted is smaller. */
export const runnerBodyBytesMax = 6 * 1024 * 1024;
/** API Gateway's limit of all header lines together is 10,240 bytes; it says so itself. */
const linesMax = 100;
const pair = (valueMax: number) => z.tuple([z.string().max(1_024), z.string().max(valueMax)]);

export const apiIdSchema = z.string().regex(/^[a-z0-9][a-z0-9-]{0,62}$/);
export const stageNameSchema = z.string().regex(/^(\$default|[A-Za-z0-9_-]{1,128})$/);

export const apiRequestSchema = z
  .object({
    stage: stageNameSchema,
    method: z.enum(runnerMethods),
    path: z
      .string()
      .max(4_096)
      .refine((path) => sentPath(path) !== undefined, {
        message:
          'The path may not contain . or .. as a segment, ?, # or a backslash: it would lead out of this API.',
      }),
    query: z.array(pair(8_192)).max(linesMax),
    headers: z.array(pair(8_192)).max(linesMax),
    body: z.string().max(runnerBodyBytesMax),
    auth: z.enum(runnerAuths),
    apiKeyId: z
      .string()
      .regex(/^[A-Za-z0-9]{1,128}$/)
      .optional(),
  })
  .refine(({ headers }) => headers.every((header) => headerProblem(header) === undefined), {
    path: ['headers'],
    message:
      'A header cannot be sent. Names are letters, digits and hyphens, values are one line of Latin text, and Host, Connection and Content-Length are set by the console.',
  })
  .refine(({ auth, apiKeyId }) => auth !== 'api-key' || apiKeyId !== undefined, {
    path: ['apiKeyId'],
    message: 'Choose an API key, or send the request without one.',
  });

export const sendApiRequestSchema = z.object({
  place: placeSchema,
  apiId: apiIdSchema,
  request: apiRequestSchema,
});

export const clearPastRequestsSchema = sendApiRequestSchema.omit({ request: true });

/** Calls of one API that are remembered for whoever made them. */
export const pastRequestsMax = 50;

/** A connection with a WebSocket API. */
export const openSocketSchema = z.object({
  place: placeSchema,
  apiId: apiIdSchema,
  request: z
    .object({
      stage: stageNameSchema,
      query: z.array(pair(8_192)).max(linesMax),
      headers: z.array(pair(8_192)).max(linesMax),
      protocols: z.array(z.string().regex(/^[!#$%&'*+\-.^_`|~0-9A-Za-z]{1,128}$/)).max(10),
      auth: z.enum(['none', 'iam']),
    })
    .refine(
      ({ headers }) =>
        headers.every((header) => headerProblem(header) === undefined && !/^sec-websocket-/i.test(header[0])),
      {
        path: ['headers'],
        message:
          'A header cannot be sent. Names are letters, digits and hyphens, values are one line of Latin text, and Host, Connection, Upgrade and Sec-WebSocket-… are set by the console.',
      },
    ),
});

export const sendOnSocketSchema = z.object({
  place: placeSchema,
  apiId: apiIdSchema,
  socketId: z.uuid(),
  text: z.string().max(256 * 1024),
});
