'use server';

import * as z from 'zod';
import { runAction } from '@/lib/actions/run-action';
import { allowCaller, triggerTarget } from '@/lib/actions/triggers/target';
import type { ActionResult } from '@/lib/domain/console-error';
import { functionOfArn } from '@/lib/domain/rest-api/backend';
import { httpApiTarget } from '@/lib/forms/http-api';
import { routes } from '@/lib/routes';
import { succeed } from '@/lib/shared/result';

const schema = httpApiTarget.extend({
  functionArn: z.string().regex(/^arn:[^:\s]+:lambda:[^:\s]+:\d{12}:function:[^\s$]+$/),
  /** After the API's id in the source ARN, with asterisks: any stage, GET /orders. */
  source: z.string().regex(/^\S{1,2048}$/),
});

/** Lets an API call a function by a statement of the function's policy; one that is there already is fine. */
export async function letApiInvokeAction(input: unknown): Promise<ActionResult<undefined>> {
  return runAction(
    {
      role: 'developer',
      schema,
      audit: 'function.permission-add',
      operation: 'lambda:AddPermission',
      place: ({ place }) => place,
      target: ({ functionArn }) => functionOfArn(functionArn).name,
      details: ({ apiId, source }) => ({
        principal: 'apigateway.amazonaws.com',
        source: `${apiId}/${source}`,
      }),
      revalidate: ({ place, apiId }) => [routes.gatewayApi(place, apiId)],
      run: async ({ place, apiId, functionArn, source }) => {
        const { name, qualifier } = functionOfArn(functionArn);
        const target = await triggerTarget({ place, functionName: name, qualifier: qualifier || undefined });
        const api = `arn:${target.partition}:execute-api:${place.region}:${target.account}:${apiId}`;
        await allowCaller(target, { principal: 'apigateway.amazonaws.com', sourceArn: `${api}/${source}` });
        return succeed(undefined);
      },
    },
    input,
  );
}
