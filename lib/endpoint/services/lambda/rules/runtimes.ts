import { invalidParameterValue } from '../errors.ts';

type RuntimeRow = readonly [identifiers: string, blockCreate: string, blockUpdate: string];

/** AWS's runtimes with the days from which creating and updating are refused, as published in August 2026. */
const table: readonly RuntimeRow[] = [
  ['nodejs24.x', '2028-06-01', '2028-07-01'],
  ['nodejs22.x', '2027-06-01', '2027-07-01'],
  ['nodejs20.x nodejs18.x nodejs16.x', '2027-02-01', '2027-03-03'],
  ['nodejs14.x python3.7', '2024-01-09', '2027-03-03'],
  ['python3.14 python3.13', '2029-07-31', '2029-08-31'],
  ['python3.12', '2028-11-30', '2029-01-10'],
  ['python3.11', '2027-07-31', '2027-08-31'],
  ['python3.10 python3.9 python3.8', '2027-02-01', '2027-03-03'],
  ['java25 java21', '2029-07-31', '2029-08-31'],
  ['java17 java11 java8.al2', '2027-07-31', '2027-08-31'],
  ['java8', '2024-02-08', '2027-03-03'],
  ['dotnet10', '2028-12-14', '2029-01-15'],
  ['dotnet8 dotnet6', '2027-02-01', '2027-03-03'],
  ['ruby4.0', '2029-04-30', '2029-05-31'],
  ['ruby3.4', '2028-04-30', '2028-05-31'],
  ['ruby3.3', '2027-04-30', '2027-05-31'],
  ['ruby3.2', '2027-02-01', '2027-03-03'],
  ['ruby2.7', '2024-01-09', '2027-03-03'],
  ['go1.x provided', '2024-02-08', '2027-03-03'],
  ['provided.al2', '2027-02-01', '2027-03-03'],
  ['provided.al2023', '2029-07-31', '2029-08-31'],
  // Long gone: both days are past.
  [
    'nodejs nodejs4.3 nodejs4.3-edge nodejs6.10 nodejs8.10 nodejs10.x nodejs12.x python2.7 python3.6 ' +
      'dotnetcore1.0 dotnetcore2.0 dotnetcore2.1 dotnetcore3.1 dotnet5.0 ruby2.5',
    '2022-01-01',
    '2023-01-01',
  ],
];

const runtimes = new Map(
  table.flatMap(([identifiers, blockCreate, blockUpdate]) =>
    identifiers
      .split(' ')
      .map((id) => [id, { create: Date.parse(blockCreate), update: Date.parse(blockUpdate) }]),
  ),
);

/** The order of the recording of January 2026; AWS lists no runtime whose creation is blocked. */
export const runtimeEnumText =
  'nodejs20.x, python3.14, provided.al2023, python3.12, python3.13, nodejs24.x, nodejs22.x, java25, python3.10, ' +
  'python3.11, java21, ruby3.3, ruby3.4, ruby3.2, python3.8, python3.9, java17, nodejs16.x, dotnet10, dotnet8, ' +
  'java11, dotnet6, nodejs18.x, provided.al2, java8.al2, ruby4.0';

export const runtimeIdentifiers: readonly string[] = [...runtimes.keys()];

/** What lists of layers may be filtered by, in the order of the recording of December 2025: gone and coming ones, too. */
export const runtimeFilterEnumText =
  'ruby3.5, ruby2.6, dotnetcore1.0, python3.7, nodejs8.10, nasa, ruby2.7, python2.7-greengrass, dotnetcore2.0, ' +
  'python3.8, java21, dotnet6, dotnetcore2.1, python3.9, java11, nodejs6.10, provided, dotnetcore3.1, dotnet8, ' +
  'java25, java17, nodejs, nodejs4.3, java8.al2, go1.x, dotnet10, nodejs20.x, go1.9, byol, nodejs10.x, ' +
  'provided.al2023, nodejs22.x, python3.10, java8, nodejs12.x, python3.11, nodejs24.x, nodejs8.x, python3.12, ' +
  'nodejs14.x, nodejs8.9, nodejs26.x, python3.13, python3.14, nodejs16.x, python3.15, provided.al2, ' +
  'nodejs4.3-edge, nodejs18.x, ruby3.2, python3.4, ruby3.3, ruby3.4, ruby2.5, python3.6, python2.7';

/** Those of the recording, and what has come since. */
export const runtimeFilters: readonly string[] = [
  ...new Set([...runtimeFilterEnumText.split(', '), ...runtimeIdentifiers]),
];

/** Refuses unknown runtimes and, from AWS's published days on, retired ones. */
export function assertRuntime(runtime: string, change: 'create' | 'update', nowMs: number): void {
  const known = runtimes.get(runtime);
  if (!known) {
    throw invalidParameterValue(
      `Value ${runtime} at 'runtime' failed to satisfy constraint: Member must satisfy enum value set: [${runtimeEnumText}] or be a valid ARN`,
    );
  }
  if (nowMs >= known[change]) {
    throw invalidParameterValue(
      `The runtime parameter of ${runtime} is no longer supported for creating or updating AWS Lambda functions. We recommend you use a supported runtime while creating or updating functions.`,
    );
  }
}

const snapStartPattern = /^(java(11|17|21|25)|python3\.(1[2-9])|dotnet([89]|\d\d))$/;

export function assertSnapStart(applyOn: string, runtime: string): void {
  if (applyOn === 'PublishedVersions' && !snapStartPattern.test(runtime)) {
    throw invalidParameterValue(`${runtime} is not supported for SnapStart enabled functions.`);
  }
}
