import * as z from 'zod';
import { functionNameSchema, placeSchema } from './place';

/** More than AWS takes, so that AWS says so itself. */
const payloadLengthMax = 7 * 1024 * 1024;

export const invokeSchema = z.object({
  place: placeSchema,
  functionName: functionNameSchema,
  /** The event as typed; whether it is JSON is the endpoint's to say. */
  payload: z.string().max(payloadLengthMax),
  qualifier: z.string().max(128).optional(),
  /** As typed; what it may be is Lambda's to say. */
  tenantId: z.string().max(300).optional(),
  /** Of a durable function, which is called by a qualified name alone. */
  durable: z.object({ executionName: z.string().max(300) }).optional(),
  /** Whether the response is handed on as it arrives. */
  streams: z.boolean().optional(),
  /** Key of the saved event it came from, for the list of runs. */
  eventName: z.string().max(300).optional(),
});

export const clearRunsSchema = invokeSchema.pick({ place: true, functionName: true });

/** Test events are kept by the console: AWS has no API for private ones. */
export const testEventNameMax = 25;
export const testEventsPerFunctionMax = 50;
export const testEventBytesMax = 1024 * 1024;

export const saveTestEventSchema = z.object({
  place: placeSchema,
  functionName: functionNameSchema,
  name: z.string().regex(/^[a-zA-Z0-9_-]{1,25}$/),
  body: z.string().max(testEventBytesMax),
});

/** The AWS console and others name shareable events more freely. */
export const shareTestEventSchema = saveTestEventSchema.extend({ name: z.string().min(1).max(255) });

export const deleteTestEventSchema = saveTestEventSchema.omit({ body: true });
export const deleteSharedEventSchema = shareTestEventSchema.omit({ body: true });
