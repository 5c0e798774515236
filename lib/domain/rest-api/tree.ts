import type { RestResource } from './method.ts';

/** A resource with what stands below it. */
export interface ResourceNode {
  readonly resource: RestResource;
  readonly children: readonly ResourceNode[];
}

/** The resources as a tree, siblings by path part; those whose parent is not among them stand at the top. */
export function resourceTree(resources: readonly RestResource[]): readonly ResourceNode[] {
  const ids = new Set(resources.map(({ id }) => id));
  const byParent = new Map<string, RestResource[]>();
  for (const resource of resources) {
    const parent = resource.parentId !== undefined && ids.has(resource.parentId) ? resource.parentId : '';
    byParent.set(parent, [...(byParent.get(parent) ?? []), resource]);
  }
  const below = (parentId: string): ResourceNode[] =>
    (byParent.get(parentId) ?? [])
      .sort((a, b) => a.pathPart.localeCompare(b.pathPart))
      .map((resource) => ({ resource, children: below(resource.id) }));
  return below('');
}

/** The resource and all below it, its own path first. */
export function withDescendants(resources: readonly RestResource[], id: string): readonly RestResource[] {
  const own = resources.find((resource) => resource.id === id);
  if (!own) return [];
  const prefix = own.path === '/' ? '/' : `${own.path}/`;
  return [own, ...resources.filter((resource) => resource.id !== id && resource.path.startsWith(prefix))];
}

const partPattern = /^(?:[\w.:,-]+|\{[\w.:-]+\+?\})$/;

export type PartProblem = 'empty' | 'form' | 'greedyParent' | 'exists' | 'secondVariable';

/** What is wrong with a new child of `parent`, as API Gateway would say it. */
export function partProblem(
  part: string,
  parent: RestResource,
  resources: readonly RestResource[],
): PartProblem | undefined {
  if (part === '') return 'empty';
  if (parent.pathPart.endsWith('+}')) return 'greedyParent';
  if (!partPattern.test(part)) return 'form';
  const siblings = resources.filter(({ parentId }) => parentId === parent.id);
  if (siblings.some(({ pathPart }) => pathPart === part)) return 'exists';
  const isVariable = (text: string) => text.startsWith('{');
  if (isVariable(part) && siblings.some(({ pathPart }) => isVariable(pathPart))) return 'secondVariable';
  return undefined;
}
