import type { AccountMap, MapEdge, MapNode } from './account-map.ts';

/** Sizes in pixels; nodes as the design has them on the map. */
export const mapMeasures = {
  nodeWidth: 188,
  nodeHeight: 44,
  rowGap: 10,
  columnGap: 56,
  groupPadding: 12,
  groupHead: 36,
  groupGap: 24,
  /** Functions of a group stand in further columns after this many rows. */
  rowsMax: 12,
} as const;

/** With more nodes than this groups are folded until someone opens them. */
export const nodesUnfoldedMax = 150;

export interface PlacedNode {
  readonly node: MapNode;
  readonly x: number;
  readonly y: number;
}

export interface PlacedGroup {
  readonly name: string;
  readonly count: number;
  readonly problems: number;
  readonly isFolded: boolean;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface MapLayout {
  readonly groups: readonly PlacedGroup[];
  readonly nodes: readonly PlacedNode[];
  /** Between nodes that are drawn; what leads into a folded group leads to the group: `group:` and its name. */
  readonly edges: readonly (MapEdge & { readonly count: number })[];
}

export const groupId = (name: string) => `group:${name}`;

interface Box {
  readonly name: string;
  readonly members: readonly MapNode[];
  readonly isFolded: boolean;
  readonly width: number;
  readonly height: number;
  readonly places: readonly PlacedNode[];
}

const { nodeWidth, nodeHeight, rowGap, columnGap, groupPadding, groupHead, groupGap, rowsMax } = mapMeasures;

/** Sources, functions, destinations from left to right; a side that is long takes several columns. */
function boxOf(name: string, members: readonly MapNode[], isFolded: boolean): Box {
  if (isFolded) {
    const width = nodeWidth + 2 * groupPadding;
    return { name, members, isFolded, width, height: groupHead + groupPadding, places: [] };
  }
  const places: PlacedNode[] = [];
  let column = 0;
  let rows = 1;
  for (const side of ['source', 'function', 'destination'] as const) {
    const own = members.filter((node) => node.side === side);
    // Wide rather than endless: a hundred functions are 9 columns of 12, a thousand 32 of 32.
    const perColumn = Math.max(rowsMax, Math.ceil(Math.sqrt(own.length)));
    own.forEach((node, index) => {
      const x = groupPadding + (column + Math.floor(index / perColumn)) * (nodeWidth + columnGap);
      const row = index % perColumn;
      rows = Math.max(rows, row + 1);
      places.push({ node, x, y: groupHead + row * (nodeHeight + rowGap) });
    });
    column += Math.ceil(own.length / perColumn);
  }
  return {
    name,
    members,
    isFolded,
    width: 2 * groupPadding + column * nodeWidth + Math.max(0, column - 1) * columnGap,
    height: groupHead + rows * (nodeHeight + rowGap) - rowGap + groupPadding,
    places,
  };
}

/** Boxes side by side in rows of about the width that makes the whole as wide as a screen is. */
function pack(boxes: readonly Box[]): (Box & { x: number; y: number })[] {
  const area = boxes.reduce((sum, { width, height }) => sum + (width + groupGap) * (height + groupGap), 0);
  const widthMax = Math.max(Math.sqrt(area * 1.6), ...boxes.map(({ width }) => width));
  let x = 0;
  let y = 0;
  let rowHeight = 0;
  return boxes.map((box) => {
    if (x > 0 && x + box.width > widthMax) {
      x = 0;
      y += rowHeight + groupGap;
      rowHeight = 0;
    }
    const placed = { ...box, x, y };
    x += box.width + groupGap;
    rowHeight = Math.max(rowHeight, box.height);
    return placed;
  });
}

/** Where everything stands. `toggled`: groups that are not as their number of nodes would have them. */
export function layoutMap(map: AccountMap, toggled: ReadonlySet<string>): MapLayout {
  const members = new Map<string, MapNode[]>();
  for (const node of map.nodes) {
    const own = members.get(node.group);
    if (own) own.push(node);
    else members.set(node.group, [node]);
  }
  const foldsAtFirst = map.nodes.length > nodesUnfoldedMax && members.size > 1;
  const names = [...members.keys()].sort(
    // What is in no group comes last.
    (a, b) => Number(a === '') - Number(b === '') || a.localeCompare(b, 'en', { numeric: true }),
  );
  const boxes = pack(
    names.map((name) => boxOf(name, members.get(name) ?? [], foldsAtFirst !== toggled.has(name))),
  );
  const drawnAs = new Map<string, string>();
  for (const box of boxes) {
    for (const { id } of box.members) drawnAs.set(id, box.isFolded ? groupId(box.name) : id);
  }
  const edges = new Map<string, MapEdge & { count: number }>();
  for (const edge of map.edges) {
    const from = drawnAs.get(edge.from);
    const to = drawnAs.get(edge.to);
    if (from === undefined || to === undefined || from === to) continue;
    const id = `${from} ${to} ${edge.flow}`;
    const known = edges.get(id);
    if (known) edges.set(id, { ...known, count: known.count + 1, isPaused: known.isPaused && edge.isPaused });
    else edges.set(id, { ...edge, id, from, to, count: 1 });
  }
  return {
    groups: boxes.map(({ name, members: own, isFolded, x, y, width, height }) => ({
      name,
      count: own.length,
      problems: own.filter(({ hasProblem }) => hasProblem).length,
      isFolded,
      x,
      y,
      width,
      height,
    })),
    nodes: boxes.flatMap((box) => box.places.map(({ node, x, y }) => ({ node, x: box.x + x, y: box.y + y }))),
    edges: [...edges.values()],
  };
}
