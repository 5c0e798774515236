import type {
  CreateFunctionCommandInput,
  UpdateFunctionConfigurationCommandInput,
} from '@aws-sdk/client-lambda';
import { invalidParameterValue, unsupported } from '../errors.ts';
import { assertVariables } from './environment.ts';
import { assertOrdinarySize } from './limits.ts';

type Input = CreateFunctionCommandInput | UpdateFunctionConfigurationCommandInput;

/** The checks behind the model's constraints, in the order in which this endpoint makes them. */
export function assertSettings(input: Input, isManaged: boolean): void {
  assertSupported(input);
  if (!isManaged) assertOrdinarySize(input);
  assertVariables(input.Environment?.Variables);
  assertMountPaths(input);
}

/** What this endpoint would have to ignore it refuses. */
function assertSupported(input: Input): void {
  const refused: [unknown, string][] = [
    [
      input.ImageConfig,
      'ImageConfig is not implemented: this endpoint runs no container images. Leave it out.',
    ],
    [
      input.FileSystemConfigs?.find(({ S3FilesConfig }) => S3FilesConfig !== undefined),
      'S3FilesConfig is not implemented: S3 Files is not there. Leave it out.',
    ],
  ];
  for (const [value, message] of refused) if (value !== undefined) throw unsupported(message);
}

/** The pattern lets these two through, which would cover the function's whole file system. Unconfirmed wording. */
function assertMountPaths(input: Input): void {
  for (const { LocalMountPath: path } of input.FileSystemConfigs ?? [])
    if (path === '/mnt/.' || path === '/mnt/..')
      throw invalidParameterValue(`LocalMountPath ${path} is invalid: it must name a folder below /mnt/.`);
}
