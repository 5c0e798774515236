import 'server-only';
import {
  GetLayerVersionByArnCommand,
  GetLayerVersionCommand,
  GetLayerVersionPolicyCommand,
  ListLayersCommand,
  ListLayerVersionsCommand,
  type Architecture,
  type GetLayerVersionCommandOutput,
  type LayerVersionsListItem,
  type Runtime,
} from '@aws-sdk/client-lambda';
import { openLocation, readAtMost } from '@/lib/aws/location';
import { editLimits } from '@/lib/domain/edit-limits';
import { readStatements, type PolicyStatement } from '@/lib/domain/policy';
import { listPackage, type PackageEntry } from '@/lib/queries/package-entries';
import { readAsViewer } from '@/lib/queries/read-as-viewer';
import type { Place } from '@/lib/routes';
import { succeed } from '@/lib/shared/result';

/** One version of a layer in a list. */
export interface LayerRow {
  readonly layer: string;
  readonly version: number;
  readonly arn: string;
  readonly description: string;
  readonly runtimes: readonly string[];
  readonly architectures: readonly string[];
  readonly license: string;
  /** ISO time as AWS writes it. */
  readonly createdAt: string | undefined;
}

export interface LayerList {
  readonly rows: readonly LayerRow[];
  /** There are more than are shown. */
  readonly isCut: boolean;
}

/** Pages of 50 that are asked for. */
const pagesMax = 10;

function toRow(layer: string, item: LayerVersionsListItem): LayerRow {
  return {
    layer,
    version: item.Version ?? 0,
    arn: item.LayerVersionArn ?? '',
    description: item.Description ?? '',
    runtimes: item.CompatibleRuntimes ?? [],
    architectures: item.CompatibleArchitectures ?? [],
    license: item.LicenseInfo ?? '',
    createdAt: item.CreatedDate,
  };
}

async function collect(
  page: (marker: string | undefined) => Promise<{ rows: readonly LayerRow[]; next: string | undefined }>,
): Promise<LayerList> {
  const rows: LayerRow[] = [];
  let marker: string | undefined;
  for (let count = 0; count < pagesMax; count += 1) {
    const answer = await page(marker);
    rows.push(...answer.rows);
    marker = answer.next;
    if (!marker) break;
  }
  return { rows, isCut: marker !== undefined };
}

/** The layers of a Region, each with its newest version; only those that fit, when a fit is asked for. */
export function listLayers(place: Place, fit: { runtime?: string; architecture?: string } = {}) {
  return readAsViewer(place, 'lambda:ListLayers', ({ lambda }) =>
    collect(async (Marker) => {
      const output = await lambda.send(
        new ListLayersCommand({
          MaxItems: 50,
          Marker,
          CompatibleRuntime: fit.runtime as Runtime | undefined,
          CompatibleArchitecture: fit.architecture as Architecture | undefined,
        }),
      );
      const rows = (output.Layers ?? []).flatMap(({ LayerName = '', LatestMatchingVersion }) =>
        LatestMatchingVersion ? [toRow(LayerName, LatestMatchingVersion)] : [],
      );
      return { rows, next: output.NextMarker };
    }),
  );
}

/** The versions of a layer, newest first. */
export function listLayerVersions(place: Place, layer: string) {
  return readAsViewer(place, 'lambda:ListLayerVersions', ({ lambda }) =>
    collect(async (Marker) => {
      const command = new ListLayerVersionsCommand({ LayerName: layer, MaxItems: 50, Marker });
      const output = await lambda.send(command);
      return {
        rows: (output.LayerVersions ?? []).map((item) => toRow(layer, item)),
        next: output.NextMarker,
      };
    }),
  );
}

export interface LayerVersion extends LayerRow {
  readonly codeBytes: number;
  readonly codeSha256: string;
}

function toVersion(layer: string, output: Omit<GetLayerVersionCommandOutput, '$metadata'>): LayerVersion {
  return {
    ...toRow(layer, output),
    codeBytes: output.Content?.CodeSize ?? 0,
    codeSha256: output.Content?.CodeSha256 ?? '',
  };
}

const nameOf = (arn: string) => arn.split(':')[6] ?? arn;

/** One version of a layer. */
export function getLayerVersion(place: Place, layer: string, version: number) {
  return readAsViewer(place, 'lambda:GetLayerVersion', async ({ lambda }) =>
    toVersion(
      layer,
      await lambda.send(new GetLayerVersionCommand({ LayerName: layer, VersionNumber: version })),
    ),
  );
}

/** A version of anybody's layer by its ARN. */
export function getLayerByArn(place: Place, arn: string) {
  return readAsViewer(place, 'lambda:GetLayerVersion', async ({ lambda }) =>
    toVersion(nameOf(arn), await lambda.send(new GetLayerVersionByArnCommand({ Arn: arn }))),
  );
}

export interface LayerContents {
  readonly entries: readonly PackageEntry[];
  /** More than `entries` when the list was cut. */
  readonly total: number;
  /** True where the archive is too large to look into, or nobody says where it is. */
  readonly isUnknown: boolean;
}

/** What is in the archive of a version. */
export function getLayerContents(place: Place, layer: string, version: number) {
  const nothing: LayerContents = { entries: [], total: 0, isUnknown: true };
  return readAsViewer<LayerContents>(place, 'lambda:GetLayerVersion', async (aws) => {
    const { Content } = await aws.lambda.send(
      new GetLayerVersionCommand({ LayerName: layer, VersionNumber: version }),
    );
    if (!Content?.Location || (Content.CodeSize ?? 0) > editLimits.listableZipBytesMax) return nothing;
    const zip = await readAtMost(await openLocation(aws, Content.Location), editLimits.listableZipBytesMax);
    if (!zip) return nothing;
    const entries = await listPackage(zip);
    return {
      entries: entries.slice(0, editLimits.listedEntriesMax),
      total: entries.length,
      isUnknown: false,
    };
  });
}

/** Opens the archive of a version to pass it on; whoever gets it reads or destroys the stream. */
export function openLayerDownload(place: Place, layer: string, version: number) {
  return readAsViewer(place, 'lambda:GetLayerVersion', async (aws) => {
    const { Content } = await aws.lambda.send(
      new GetLayerVersionCommand({ LayerName: layer, VersionNumber: version }),
    );
    const stream = await openLocation(aws, Content?.Location ?? '');
    const length = stream.headers['content-length'];
    return { stream, bytes: length === undefined ? undefined : Number(length) };
  });
}

export interface LayerPolicy {
  readonly text: string;
  readonly statements: readonly PolicyStatement[];
  readonly revisionId: string | undefined;
}

/** Who else may use a version; null while it is the account's alone. */
export async function getLayerPolicy(place: Place, layer: string, version: number) {
  const found = await readAsViewer<LayerPolicy | null>(
    place,
    'lambda:GetLayerVersionPolicy',
    async ({ lambda }) => {
      const output = await lambda.send(
        new GetLayerVersionPolicyCommand({ LayerName: layer, VersionNumber: version }),
      );
      const text = output.Policy ?? '{}';
      return { text, statements: readStatements(text), revisionId: output.RevisionId };
    },
  );
  return !found.ok && found.error.kind === 'not-found' ? succeed(null) : found;
}
