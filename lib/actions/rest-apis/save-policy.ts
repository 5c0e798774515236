'use server';

import { UpdateRestApiCommand } from '@aws-sdk/client-api-gateway';
import type { ActionResult } from '@/lib/domain/console-error';
import { partMemberFields, savePolicySchema } from '@/lib/forms/rest-parts';
import { succeed } from '@/lib/shared/result';
import { changeRestApi } from './change-rest-api';

/** Sets the resource policy; an empty text takes it away. */
export async function saveResourcePolicyAction(input: unknown): Promise<ActionResult<undefined>> {
  return changeRestApi(
    {
      schema: savePolicySchema,
      audit: 'api.update',
      operation: 'apigateway:UpdateRestApi',
      fields: partMemberFields,
      details: ({ policy }) => ({ policyBytes: Buffer.byteLength(policy) }),
      run: async (client, { apiId, policy }) => {
        await client.send(
          new UpdateRestApiCommand({
            restApiId: apiId,
            patchOperations: [{ op: 'replace', path: '/policy', value: policy }],
          }),
        );
        return succeed(undefined);
      },
    },
    input,
  );
}
