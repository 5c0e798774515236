import { backendOf } from '@/lib/domain/rest-api/backend';
import { isProxy, type RestIntegration, type RestResource } from '@/lib/domain/rest-api/method';
import { resourceTree, type ResourceNode } from '@/lib/domain/rest-api/tree';

export interface TreeMethod {
  readonly verb: string;
  /** What it calls, in few words. */
  readonly target: string;
  /** Differs from what the stages serve. */
  readonly isChanged: boolean;
}

/** One line of the tree with the methods below it. */
export interface TreeRow {
  readonly id: string;
  readonly parentId: string | undefined;
  readonly depth: number;
  /** `/orders`; `/` for the root. */
  readonly label: string;
  readonly path: string;
  readonly hasChildren: boolean;
  readonly methods: readonly TreeMethod[];
}

/** The key of one of `restApis.integration.types`. */
export function integrationWord(integration: RestIntegration | null) {
  const { kind } = backendOf(integration);
  const proxy = isProxy(integration);
  switch (kind) {
    case 'none':
      return 'none';
    case 'mock':
      return 'mock';
    case 'lambda':
      return proxy ? 'lambdaProxy' : 'lambda';
    case 'http':
      return proxy ? 'httpProxy' : 'http';
    case 'vpc':
      return proxy ? 'vpcProxy' : 'vpc';
    case 'aws':
      return proxy ? 'awsProxy' : 'aws';
  }
}

/** Function with its alias, host, service, or the word for a mock. */
export function targetText(integration: RestIntegration | null, mockWord: string): string {
  const { kind, name, detail } = backendOf(integration);
  switch (kind) {
    case 'none':
      return '–';
    case 'mock':
      return mockWord;
    case 'lambda':
      return detail === '' ? name : `${name}:${detail}`;
    case 'http':
    case 'vpc':
      return name.replace(/^https?:\/\//, '');
    case 'aws':
      return detail === '' ? name : `${name} ${detail}`;
  }
}

/** The tree as lines from top to bottom. `changed`: `GET /path` of methods that are not deployed as they stand. */
export function treeRows(
  resources: readonly RestResource[],
  mockWord: string,
  changed: ReadonlySet<string>,
): readonly TreeRow[] {
  const rows = ({ resource, children }: ResourceNode, depth: number): TreeRow[] => [
    {
      id: resource.id,
      parentId: resource.parentId,
      depth,
      label: resource.parentId === undefined ? '/' : `/${resource.pathPart}`,
      path: resource.path,
      hasChildren: children.length > 0,
      methods: resource.methods.map(({ httpMethod, integration }) => ({
        verb: httpMethod,
        target: targetText(integration, mockWord),
        isChanged: changed.has(`${httpMethod} ${resource.path}`),
      })),
    },
    ...children.flatMap((child) => rows(child, depth + 1)),
  ];
  return resourceTree(resources).flatMap((node) => rows(node, 0));
}

/** Above this a tree opens folded, but for the way to what is chosen. */
export const openRowsMax = 80;

/** Ids of rows that are folded at first. */
export function foldedAtFirst(rows: readonly TreeRow[], selectedId: string): readonly string[] {
  const lines = rows.reduce((sum, row) => sum + 1 + row.methods.length, 0);
  if (lines <= openRowsMax) return [];
  const selected = rows.find(({ id }) => id === selectedId);
  return rows
    .filter(({ path, depth, hasChildren, methods }) => {
      if (depth === 0 || (!hasChildren && methods.length === 0)) return false;
      return selected === undefined || !`${selected.path}/`.startsWith(`${path}/`);
    })
    .map(({ id }) => id);
}

/** Rows in view: those that match with all above them, or those whose ancestors are all open. */
export function rowsInView(
  rows: readonly TreeRow[],
  folded: ReadonlySet<string>,
  filter: string,
): readonly TreeRow[] {
  const text = filter.trim().toLowerCase();
  const byId = new Map(rows.map((row) => [row.id, row]));
  if (text === '') {
    const isOpen = (row: TreeRow): boolean => {
      const parent = row.parentId === undefined ? undefined : byId.get(row.parentId);
      return parent === undefined || (!folded.has(parent.id) && isOpen(parent));
    };
    return rows.filter(isOpen);
  }
  const kept = new Set<string>();
  for (const row of rows) {
    const matches =
      row.path.toLowerCase().includes(text) ||
      row.methods.some(({ verb, target }) => `${verb} ${target}`.toLowerCase().includes(text));
    if (!matches) continue;
    for (let at: TreeRow | undefined = row; at; at = byId.get(at.parentId ?? '')) kept.add(at.id);
  }
  return rows.filter(({ id }) => kept.has(id));
}
