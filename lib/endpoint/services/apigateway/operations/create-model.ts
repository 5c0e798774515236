import type { CreateModelRequest, Model } from '@aws-sdk/client-api-gateway';
import type { Given, Operation } from '../../service.ts';
import { changeDraft } from '../access.ts';
import { conflict, limitExceeded } from '../errors.ts';
import { newId } from '../identifiers.ts';
import { limits } from '../rules/limits.ts';
import { assertModel } from '../rules/models.ts';
import type { RestApiParts } from '../parts.ts';

export function createModel(parts: RestApiParts): Operation<Given<CreateModelRequest>, Model> {
  return (input, context) => {
    const { restApiId, name, contentType, description, schema = '' } = input;
    assertModel({ name, schema });
    return changeDraft(parts, context, restApiId, ({ models }) => {
      if (Object.hasOwn(models, name)) throw conflict('Model name already exists for this REST API');
      if (Object.keys(models).length >= limits.models)
        throw limitExceeded(`Maximum number of models for this API has been reached: ${limits.models}.`);
      const model = { id: newId(6), name, ...(description && { description }), schema, contentType };
      models[name] = model;
      return model;
    });
  };
}
