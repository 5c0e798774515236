import type {
  DeleteQueryDefinitionRequest,
  DeleteQueryDefinitionResponse,
} from '@aws-sdk/client-cloudwatch-logs';
import type { Given, Operation } from '../../service.ts';
import { definitionNotFound } from '../errors.ts';
import type { LogsParts } from '../parts.ts';

export function deleteQueryDefinition({
  repository,
}: LogsParts): Operation<Given<DeleteQueryDefinitionRequest>, DeleteQueryDefinitionResponse> {
  return (input, context) => {
    const isGone = repository.transaction(() =>
      repository.deleteDefinition(context, input.queryDefinitionId),
    );
    if (!isGone) throw definitionNotFound();
    return { success: true };
  };
}
