import type { ApiFacts } from './api.ts';
import type { ListShape } from './row-list.ts';

export const apiColumns = ['name', 'description', 'id', 'protocol', 'endpointType', 'createdAt'] as const;
export type ApiColumn = (typeof apiColumns)[number];
export const apiProperties = ['name', 'description', 'id', 'protocol', 'endpointType', 'tag'] as const;
export type ApiProperty = (typeof apiProperties)[number];
export const apiViews = ['all', 'REST', 'HTTP', 'WEBSOCKET'] as const;

const tagsOf = (row: ApiFacts) => Object.entries(row.tags).map(([key, value]) => `${key}=${value}`);

/** What the list of APIs can be sorted and filtered by. Tags are `key=value`. */
export const apiListShape = {
  columns: {
    name: (row) => row.name,
    description: (row) => row.description,
    id: (row) => row.id,
    protocol: (row) => row.protocol,
    endpointType: (row) => row.endpointType,
    createdAt: (row) => row.createdAt,
  },
  sortDefault: 'name',
  properties: {
    name: (row) => [row.name],
    description: (row) => [row.description],
    id: (row) => [row.id],
    protocol: (row) => [row.protocol],
    endpointType: (row) => [row.endpointType],
    tag: tagsOf,
  },
  views: {
    all: () => true,
    REST: (row) => row.protocol === 'REST',
    HTTP: (row) => row.protocol === 'HTTP',
    WEBSOCKET: (row) => row.protocol === 'WEBSOCKET',
  },
  nameOf: (row) => `${row.name} ${row.id}`,
  freeTextOf: (row) => [row.name, row.description, row.id, ...tagsOf(row)],
} as const satisfies ListShape<ApiFacts>;
