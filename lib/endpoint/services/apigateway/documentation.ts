import type {
  DocumentationPartIds,
  DocumentationPartLocation,
  DocumentationVersion,
  GetDocumentationPartsRequest,
} from '@aws-sdk/client-api-gateway';
import { isObject, list, object, readObject } from '../openapi/index.ts';
import { badRequest, conflict, limitExceeded } from './errors.ts';
import { newId } from './identifiers.ts';
import { applyPatch, text, type PatchRule } from './patch.ts';
import type { ApiDraft, StoredDocumentationPart, StoredDocumentationVersion } from './records.ts';
import { assertConstraints, oneOf } from './rules/constraints.ts';
import { limits } from './rules/limits.ts';

/** In the order in which AWS names them [rec]. */
const types = [
  'RESPONSE_BODY',
  'RESPONSE',
  'METHOD',
  'MODEL',
  'AUTHORIZER',
  'RESPONSE_HEADER',
  'RESOURCE',
  'PATH_PARAMETER',
  'REQUEST_BODY',
  'QUERY_PARAMETER',
  'API',
  'REQUEST_HEADER',
];

export function addPart(
  draft: ApiDraft,
  location: DocumentationPartLocation | undefined,
  properties: string | undefined,
): StoredDocumentationPart {
  assertConstraints([oneOf('createDocumentationPartInput.location.type', location?.type ?? '', types)]);
  assertProperties(properties);
  const all = Object.values(draft.documentationParts);
  if (all.length >= limits.documentationParts) {
    throw limitExceeded(
      `Maximum number of documentation parts for this API has been reached: ${limits.documentationParts}.`,
    );
  }
  if (all.some((part) => isSamePlace(part.location, location)))
    throw conflict('Documentation part already exists for the specified location');
  const part: StoredDocumentationPart = {
    id: newId(6),
    location: { ...location, type: location?.type },
    properties,
  };
  draft.documentationParts[part.id] = part;
  return part;
}

function isSamePlace(left?: DocumentationPartLocation, right?: DocumentationPartLocation): boolean {
  const key = (place?: DocumentationPartLocation) =>
    [place?.type, place?.path ?? '/', place?.method ?? '*', place?.statusCode ?? '*', place?.name].join('\n');
  return key(left) === key(right);
}

function assertProperties(properties: string | undefined): void {
  try {
    const parsed: unknown = JSON.parse(properties ?? '');
    if (typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)) return;
  } catch {
    // Refused below.
  }
  throw badRequest('Documentation part properties must be a JSON object');
}

const partRules: readonly PatchRule<StoredDocumentationPart>[] = [text('properties')];

export function patchPart(part: StoredDocumentationPart, operations: Parameters<typeof applyPatch>[1]): void {
  applyPatch(part, operations, partRules);
  assertProperties(part.properties);
}

export function matchesQuery(
  { location }: StoredDocumentationPart,
  { type, nameQuery, path }: GetDocumentationPartsRequest,
): boolean {
  if (type !== undefined && location?.type !== type) return false;
  if (nameQuery !== undefined && !(location?.name ?? '').includes(nameQuery)) return false;
  return path === undefined || location?.path === path;
}

/** Of the member `x-amazon-apigateway-documentation` of a definition in JSON. */
export function importParts(
  draft: ApiDraft,
  definition: string,
  isOverwrite: boolean,
  failOnWarnings: boolean,
): DocumentationPartIds {
  const given = readDefinition(definition);
  if (isOverwrite) draft.documentationParts = {};
  const warnings: string[] = [];
  const ids = given.map((part) => {
    const known = Object.values(draft.documentationParts).find((one) =>
      isSamePlace(one.location, part.location),
    );
    if (!known) return addPart(draft, part.location, JSON.stringify(part.properties ?? {})).id;
    warnings.push(
      `A documentation part was replaced: ${part.location?.type ?? ''} ${part.location?.path ?? ''}`,
    );
    known.properties = JSON.stringify(part.properties ?? {});
    return known.id;
  });
  if (failOnWarnings && warnings.length > 0) throw badRequest(warnings.join('; '));
  return { ids, ...(warnings.length > 0 && { warnings }) };
}

interface GivenPart {
  readonly location?: DocumentationPartLocation;
  readonly properties?: object;
}

function readDefinition(source: string): GivenPart[] {
  const root = readObject(source);
  if (!root) throw badRequest('Unable to build importer with provided input.');
  return list(object(root['x-amazon-apigateway-documentation'])['documentationParts']).filter(
    (one): one is GivenPart => isObject(one),
  );
}

export function addVersion(
  draft: ApiDraft,
  version: string,
  description: string | undefined,
  nowMs: number,
): StoredDocumentationVersion {
  if (!/^[\w.-]{1,64}$/.test(version)) throw badRequest('Invalid documentation version specified');
  const { documentationVersions: versions } = draft;
  if (Object.hasOwn(versions, version)) throw conflict('Documentation version already exists');
  if (Object.keys(versions).length >= limits.documentationVersions)
    throw limitExceeded('Maximum number of documentation versions for this API has been reached.');
  const made = { version, description, createdMs: nowMs, parts: { ...draft.documentationParts } };
  versions[version] = made;
  return made;
}

const versionRules: readonly PatchRule<StoredDocumentationVersion>[] = [
  text('description', { isRemovable: true }),
];

export function patchVersion(
  version: StoredDocumentationVersion,
  operations: Parameters<typeof applyPatch>[1],
): void {
  applyPatch(version, operations, versionRules);
}

export function showVersion({
  version,
  description,
  createdMs,
}: StoredDocumentationVersion): DocumentationVersion {
  return { version, description, createdDate: new Date(createdMs) };
}
