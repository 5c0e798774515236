import type { Authorizer, CreateAuthorizerRequest } from '@aws-sdk/client-api-gateway';
import type { Given, Operation } from '../../service.ts';
import { changeDraft, hasApi } from '../access.ts';
import { newAuthorizer } from '../drafts.ts';
import { badRequest, conflict, limitExceeded } from '../errors.ts';
import { assertAuthorizer } from '../rules/authorizers.ts';
import { limits } from '../rules/limits.ts';
import type { RestApiParts } from '../parts.ts';

export function createAuthorizer(parts: RestApiParts): Operation<Given<CreateAuthorizerRequest>, Authorizer> {
  return (input, context) => {
    const { restApiId, ...given } = input;
    const authorizer = newAuthorizer(given);
    assertAuthorizer(authorizer);
    // Recorded, strange as it is.
    if (!hasApi(parts, context, restApiId)) {
      throw conflict('Unable to complete operation due to concurrent modification. Please try again later.');
    }
    return changeDraft(parts, context, restApiId, ({ authorizers }) => {
      const all = Object.values(authorizers);
      if (all.some(({ name }) => name === authorizer.name))
        throw badRequest('Authorizer name must be unique. Authorizer name already exists in this RestApi.');
      if (all.length >= limits.authorizers)
        throw limitExceeded(
          `Maximum number of Authorizers for this API has been reached: ${limits.authorizers}.`,
        );
      authorizers[authorizer.id] = authorizer;
      return authorizer;
    });
  };
}
