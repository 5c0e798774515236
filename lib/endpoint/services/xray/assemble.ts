import type { SegmentDocument } from './records.ts';

/** A segment or subsegment with everything below it. */
export interface TreeNode {
  readonly document: SegmentDocument;
  readonly children: TreeNode[];
}

const invocationName = 'Invocation';

/**
 * The documents of a trace as X-Ray shows them: subsegments that were sent alone stand inside of the segment that they
 * belong to; those whose segment is not there (yet) stay alone. What code in a function sends stands under Invocation.
 */
export function assemble(documents: readonly SegmentDocument[]): readonly TreeNode[] {
  const nodes = documents.map(nodeOf);
  const byId = new Map<string, TreeNode>();
  const note = (node: TreeNode): void => {
    byId.set(node.document.id, node);
    node.children.forEach(note);
  };
  nodes.forEach(note);
  const alone: TreeNode[] = [];
  for (const node of nodes) {
    const parent = node.document.type === 'subsegment' ? byId.get(node.document.parent_id ?? '') : undefined;
    if (!parent || isInside(parent, node)) alone.push(node);
    else homeOf(parent).children.push(node);
  }
  return alone;
}

/** The document with its tree inside. */
export function documentOf({ document, children }: TreeNode): SegmentDocument {
  const { subsegments: _, ...rest } = document;
  if (children.length === 0) return rest;
  const inside = [...children].sort((a, b) => a.document.start_time - b.document.start_time);
  return { ...rest, subsegments: inside.map(documentOf) };
}

export function forEachNode(node: TreeNode, visit: (node: TreeNode) => void): void {
  visit(node);
  for (const child of node.children) forEachNode(child, visit);
}

function nodeOf(document: SegmentDocument): TreeNode {
  return { document, children: (document.subsegments ?? []).map(nodeOf) };
}

/** A circle of parents must not become one of ours. */
function isInside(wanted: TreeNode, of: TreeNode): boolean {
  return wanted === of || of.children.some((child) => isInside(wanted, child));
}

function homeOf(parent: TreeNode): TreeNode {
  if (parent.document.origin !== 'AWS::Lambda::Function') return parent;
  return parent.children.find(({ document }) => document.name === invocationName) ?? parent;
}
