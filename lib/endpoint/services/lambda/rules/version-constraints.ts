import {
  length,
  mapKeys,
  mapValues,
  oneOf,
  pattern,
  range,
  type Check,
  type ConstraintRow,
} from './constraints.ts';
import * as patterns from './patterns.ts';

interface Described {
  Description?: string | undefined;
  RevisionId?: string | undefined;
}

const described: readonly ConstraintRow<Described>[] = [
  { path: 'description', read: (input) => input.Description, check: length(0, 256) },
];

export const publishConstraints: readonly ConstraintRow<Described & { PublishTo?: string | undefined }>[] = [
  ...described,
  { path: 'publishTo', read: (input) => input.PublishTo, check: oneOf(['LATEST_PUBLISHED']) },
];

interface AliasInput extends Described {
  Name?: string | undefined;
  FunctionVersion?: string | undefined;
  RoutingConfig?: { AdditionalVersionWeights?: Record<string, number> | undefined } | undefined;
}

const bounds: Check = range(0, 1);

export const aliasNameConstraints: readonly ConstraintRow<{ Name?: string | undefined }>[] = [
  { path: 'name', read: (input) => input.Name, check: length(1, 128) },
  { path: 'name', read: (input) => input.Name, check: pattern(patterns.aliasNamePattern) },
];

export const functionVersionConstraints: readonly ConstraintRow<{ FunctionVersion?: string | undefined }>[] =
  [
    { path: 'functionVersion', read: (input) => input.FunctionVersion, check: length(1, 1024) },
    {
      path: 'functionVersion',
      read: (input) => input.FunctionVersion,
      check: pattern(patterns.functionVersionPattern),
    },
  ];

export const aliasConstraints: readonly ConstraintRow<AliasInput>[] = [
  ...aliasNameConstraints,
  ...functionVersionConstraints,
  ...described,
  {
    path: 'routingConfig.additionalVersionWeights',
    read: (input) => input.RoutingConfig?.AdditionalVersionWeights,
    check: mapKeys(
      [
        'Member must have length less than or equal to 1024',
        'Member must have length greater than or equal to 1',
        'Member must satisfy regular expression pattern: [0-9]+',
      ],
      pattern('[0-9]+'),
    ),
  },
  {
    path: 'routingConfig.additionalVersionWeights',
    read: (input) => input.RoutingConfig?.AdditionalVersionWeights,
    check: mapValues(
      [
        'Member must have value less than or equal to 1.0',
        'Member must have value greater than or equal to 0.0',
      ],
      bounds,
    ),
  },
];
