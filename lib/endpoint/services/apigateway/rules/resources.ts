import { badRequest, conflict, limitExceeded } from '../errors.ts';
import { newId } from '../identifiers.ts';
import { applyPatch, type PatchRule } from '../patch.ts';
import type { ApiDraft, StoredResource } from '../records.ts';
import { findResourceOrThrow } from '../access.ts';
import { limits } from './limits.ts';

/** One segment: letters, digits, `_ . - ~ : $ ' ! * + , ( ) @ & = ;` and percent signs, or a variable in braces. */
const pathPartPattern = /^(?:\{[\w.:-]+\+?\}|[\w.~:$'!*+,()@&=;%-]+)$/;

export function addResource(draft: ApiDraft, parentId: string, pathPart: string): StoredResource {
  const parent = findResourceOrThrow(draft, parentId);
  if (Object.keys(draft.resources).length >= limits.resources)
    throw limitExceeded(`Maximum number of resources for this API has been reached: ${limits.resources}.`);
  assertChild(draft, parent, pathPart);
  const resource: StoredResource = {
    id: newId(6),
    parentId,
    pathPart,
    path: childPath(parent, pathPart),
    methods: {},
  };
  draft.resources[resource.id] = resource;
  return resource;
}

export function childPath(parent: StoredResource, pathPart: string): string {
  return `${parent.path === '/' ? '' : parent.path}/${pathPart}`;
}

/** `self` is not counted among the siblings: it is being moved or renamed. */
function assertChild(draft: ApiDraft, parent: StoredResource, pathPart: string, self?: StoredResource): void {
  if (!pathPartPattern.test(pathPart)) {
    throw badRequest(
      "Resource's path part only allow a-zA-Z0-9._-: or a valid greedy path variable and curly braces at the beginning and the end.",
    );
  }
  if (isGreedy(parent.pathPart)) {
    throw badRequest(`Cannot create a child of a resource with a greedy path variable: ${parent.pathPart}`);
  }
  for (const sibling of Object.values(draft.resources)) {
    if (sibling.parentId !== parent.id || sibling.id === self?.id) continue;
    if (sibling.pathPart === pathPart)
      throw conflict(`Another resource with the same parent already has this name: ${pathPart}`);
    if (isVariable(sibling.pathPart) && isVariable(pathPart)) {
      throw badRequest(
        `A sibling (${sibling.pathPart}) of this resource already has a variable path part -- only one is allowed`,
      );
    }
  }
}

function isVariable(pathPart: string): boolean {
  return pathPart.startsWith('{');
}

function isGreedy(pathPart: string): boolean {
  return pathPart.endsWith('+}');
}

export function removeResource(draft: ApiDraft, resourceId: string): void {
  const resource = findResourceOrThrow(draft, resourceId);
  if (resource.parentId === undefined) throw badRequest('Root resource cannot be deleted.');
  for (const child of Object.values(draft.resources)) {
    if (child.parentId === resourceId && draft.resources[child.id]) removeResource(draft, child.id);
  }
  delete draft.resources[resourceId];
}

const rules = (draft: ApiDraft): readonly PatchRule<StoredResource>[] => [
  {
    path: '/parentId',
    ops: ['replace'],
    apply(resource, { value = '' }) {
      if (resource.parentId === undefined) throw badRequest('Root resource cannot update its parentId.');
      const parent = findResourceOrThrow(draft, value);
      for (
        let above: StoredResource | undefined = parent;
        above;
        above = draft.resources[above.parentId ?? '']
      ) {
        if (above.id === resource.id) throw badRequest('Resources cannot be cyclical.');
      }
      assertChild(draft, parent, resource.pathPart, resource);
      resource.parentId = value;
    },
  },
  {
    path: '/pathPart',
    ops: ['replace'],
    apply(resource, { value = '' }) {
      const parent = draft.resources[resource.parentId ?? ''];
      if (!parent) throw badRequest('Root resource cannot update its pathPart.');
      assertChild(draft, parent, value, resource);
      resource.pathPart = value;
    },
  },
];

export function patchResource(
  draft: ApiDraft,
  resourceId: string,
  operations: Parameters<typeof applyPatch>[1],
): StoredResource {
  const resource = findResourceOrThrow(draft, resourceId);
  applyPatch(resource, operations, rules(draft));
  const parent = draft.resources[resource.parentId ?? ''];
  if (parent) place(draft, resource, parent);
  return resource;
}

/** Paths of everything below follow. */
function place(draft: ApiDraft, resource: StoredResource, parent: StoredResource): void {
  resource.path = childPath(parent, resource.pathPart);
  for (const child of Object.values(draft.resources)) {
    if (child.parentId === resource.id) place(draft, child, resource);
  }
}
