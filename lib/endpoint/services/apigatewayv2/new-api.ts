import type { RequestContext } from '../service.ts';
import { badRequest, conflict, tooMany } from './errors.ts';
import { newId } from './identifiers.ts';
import type { HttpApiParts } from './parts.ts';
import type { ApiSettings } from './records.ts';
import { limits } from './rules/limits.ts';

/** A tag by which scripts for local endpoints choose the id, and with it the address. */
const customIdTag = '_custom_id_';

export function chooseId({ repository }: HttpApiParts, { Tags }: Pick<ApiSettings, 'Tags'>): string {
  const chosen = Tags[customIdTag];
  if (chosen === undefined) return newId(10);
  if (!/^[a-z][a-z0-9-]{0,62}$/.test(chosen))
    throw badRequest(
      `The tag ${customIdTag} has to be a host name: small letters, digits and hyphens, 63 at most.`,
    );
  if (repository.findApi(chosen)) throw conflict(`There is an API with the id '${chosen}' already.`);
  return chosen;
}

export function assertRoom({ repository }: HttpApiParts, { accountId, region }: RequestContext): void {
  if (repository.listApis(accountId, region).length >= limits.apis) throw tooMany('Api', limits.apis);
}
