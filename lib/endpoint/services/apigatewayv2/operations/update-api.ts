import type { UpdateApiRequest, UpdateApiResponse } from '@aws-sdk/client-apigatewayv2';
import { notImplemented } from '../../../errors.ts';
import type { Given, Operation } from '../../service.ts';
import { changeApi, findApiOrThrow } from '../access.ts';
import { describeApi } from '../api-view.ts';
import type { HttpApiParts } from '../parts.ts';
import { checkSettings } from '../rules/api.ts';

export function updateApi(parts: HttpApiParts): Operation<Given<UpdateApiRequest>, UpdateApiResponse> {
  return (input, context) => {
    if (input.Target !== undefined || input.RouteKey !== undefined || input.CredentialsArn !== undefined)
      throw notImplemented(
        'Target, RouteKey or CredentialsArn of UpdateApi (use UpdateIntegration and UpdateRoute)',
      );
    const api = changeApi(parts, input.ApiId, () => {
      const before = findApiOrThrow(parts, context, input.ApiId);
      const after = { ...before, settings: checkSettings(before.settings, input) };
      parts.repository.updateApi(after);
      return after;
    });
    return describeApi(api, context.baseUrl);
  };
}
