import { length, oneOf, pattern, range, type Check, type ConstraintRow } from './constraints.ts';
import * as patterns from './patterns.ts';
import { runtimeEnumText, runtimeFilterEnumText, runtimeFilters, runtimeIdentifiers } from './runtimes.ts';

const architectures = ['x86_64', 'arm64'];

/** The frames of PublishLayerVersion: of its two lists neither has the one of other operations [rec]. */
const each =
  (check: Check, text: string): Check =>
  (value) =>
    Array.isArray(value) && value.some((member) => check(member) !== undefined) ? text : undefined;

interface Layer {
  LayerName?: string | undefined;
}

export const layerNameConstraints: readonly ConstraintRow<Layer>[] = [
  { path: 'layerName', read: (input) => input.LayerName, check: length(1, 140) },
  { path: 'layerName', read: (input) => input.LayerName, check: pattern(patterns.layerNamePattern) },
];

interface Published extends Layer {
  Description?: string | undefined;
  LicenseInfo?: string | undefined;
  CompatibleRuntimes?: readonly string[] | undefined;
  CompatibleArchitectures?: readonly string[] | undefined;
}

export const publishLayerConstraints: readonly ConstraintRow<Published>[] = [
  ...layerNameConstraints,
  { path: 'description', read: (input) => input.Description, check: length(0, 256) },
  { path: 'licenseInfo', read: (input) => input.LicenseInfo, check: length(0, 512) },
  { path: 'compatibleRuntimes', read: (input) => input.CompatibleRuntimes, check: length(0, 15) },
  {
    path: 'compatibleRuntimes',
    read: (input) => input.CompatibleRuntimes,
    check: each(oneOf(runtimeIdentifiers), `Member must satisfy enum value set: [${runtimeEnumText}]`),
  },
  { path: 'compatibleArchitectures', read: (input) => input.CompatibleArchitectures, check: length(0, 2) },
  {
    path: 'compatibleArchitectures',
    read: (input) => input.CompatibleArchitectures,
    check: each(
      oneOf(architectures),
      `Member must satisfy constraint: [Member must satisfy enum value set: [${architectures.join(', ')}]]`,
    ),
  },
];

interface Filtered {
  CompatibleRuntime?: string | undefined;
  CompatibleArchitecture?: string | undefined;
  MaxItems?: number | undefined;
}

export const layerFilterConstraints: readonly ConstraintRow<Filtered>[] = [
  {
    path: 'compatibleRuntime',
    read: (input) => input.CompatibleRuntime,
    check: (value) =>
      oneOf(runtimeFilters)(value) && `Member must satisfy enum value set: [${runtimeFilterEnumText}]`,
  },
  {
    path: 'compatibleArchitecture',
    read: (input) => input.CompatibleArchitecture,
    check: oneOf(architectures),
  },
  { path: 'maxItems', read: (input) => input.MaxItems, check: range(1, 50) },
];

export const layerVersionArnConstraints: readonly ConstraintRow<{ Arn?: string | undefined }>[] = [
  { path: 'arn', read: (input) => input.Arn, check: length(1, 140) },
  { path: 'arn', read: (input) => input.Arn, check: pattern(patterns.layerVersionPattern) },
];

interface Permission extends Layer {
  StatementId?: string | undefined;
  Action?: string | undefined;
  Principal?: string | undefined;
  OrganizationId?: string | undefined;
}

export const layerPermissionConstraints: readonly ConstraintRow<Permission>[] = [
  ...layerNameConstraints,
  { path: 'statementId', read: (input) => input.StatementId, check: length(1, 100) },
  { path: 'statementId', read: (input) => input.StatementId, check: pattern(patterns.statementIdPattern) },
  { path: 'action', read: (input) => input.Action, check: pattern('lambda:GetLayerVersion') },
  {
    path: 'principal',
    read: (input) => input.Principal,
    check: pattern(String.raw`\d{12}|\*|arn:(aws[a-zA-Z-]*):iam::\d{12}:root`),
  },
  { path: 'organizationId', read: (input) => input.OrganizationId, check: pattern('o-[a-z0-9]{10,32}') },
];
