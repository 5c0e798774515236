import type { UpdateApiRequest, UpdateApiResponse } from '@aws-sdk/client-apigatewayv2';
import type { Given, Operation } from '../../service.ts';
import { changeApi, findApiOrThrow } from '../access.ts';
import { describeApi } from '../api-view.ts';
import type { HttpApiParts } from '../parts.ts';
import { changeQuickCreated } from '../quick-create.ts';
import { checkSettings } from '../rules/api.ts';

export function updateApi(parts: HttpApiParts): Operation<Given<UpdateApiRequest>, UpdateApiResponse> {
  return (input, context) => {
    const api = changeApi(parts, input.ApiId, () => {
      const before = findApiOrThrow(parts, context, input.ApiId);
      const after = { ...before, settings: checkSettings(before.settings, input) };
      parts.repository.updateApi(after);
      if (input.Target !== undefined || input.RouteKey !== undefined || input.CredentialsArn !== undefined)
        changeQuickCreated(parts, before, input);
      return after;
    });
    return describeApi(api, context.baseUrl);
  };
}
