import type { DeleteStageRequest } from '@aws-sdk/client-apigatewayv2';
import type { Given, Operation } from '../../service.ts';
import { changeApi, findApiOrThrow, findPartOrThrow } from '../access.ts';
import type { HttpApiParts } from '../parts.ts';

export function deleteStage(parts: HttpApiParts): Operation<Given<DeleteStageRequest>, object> {
  return ({ ApiId, StageName }, context) => {
    findApiOrThrow(parts, context, ApiId);
    const work = () => {
      findPartOrThrow(parts, ApiId, 'stage', StageName);
      parts.repository.deletePart(ApiId, 'stage', StageName);
    };
    changeApi(parts, ApiId, work, { isDeployed: false });
    return {};
  };
}
