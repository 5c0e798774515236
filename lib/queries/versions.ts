import 'server-only';
import {
  GetAliasCommand,
  ListAliasesCommand,
  ListVersionsByFunctionCommand,
  type AliasConfiguration,
  type FunctionConfiguration,
} from '@aws-sdk/client-lambda';
import { cache } from 'react';
import { requireUser } from '@/lib/auth/guard';
import { awsFor } from '@/lib/aws/clients';
import { toConsoleError } from '@/lib/aws/errors';
import { toPercent, type AliasRouting } from '@/lib/domain/alias-routing';
import type { ConsoleError } from '@/lib/domain/console-error';
import { workingCopy } from '@/lib/domain/qualifier';
import type { Basis } from '@/lib/queries/configuration';
import type { Place } from '@/lib/routes';
import { refuse, succeed, type Result } from '@/lib/shared/result';

/** A published version. */
export interface VersionRow {
  readonly version: string;
  readonly description: string;
  /** As AWS writes it. */
  readonly lastModified: string | undefined;
  readonly architecture: string;
  readonly runtime: string | undefined;
}

export interface AliasRow extends AliasRouting {
  readonly name: string;
  readonly description: string;
  readonly revisionId: string | undefined;
}

export interface Listed<Row> {
  readonly rows: readonly Row[];
  /** There are more than were read. */
  readonly isCut: boolean;
}

/** What can be chosen beside the working copy; each list can fail on its own. */
export interface Qualifiers {
  readonly versions: Result<Listed<VersionRow>, ConsoleError>;
  readonly aliases: Result<Listed<AliasRow>, ConsoleError>;
}

/** Nobody scrolls through more than this. */
const rowsMax = 500;
/** AWS hands out 50 at once, versions oldest first, and the calls share a limit of 15 a second. */
const pagesMax = 60;

function toVersionRow(output: FunctionConfiguration): VersionRow {
  return {
    version: output.Version ?? '',
    description: output.Description ?? '',
    lastModified: output.LastModified,
    architecture: output.Architectures?.[0] ?? 'x86_64',
    runtime: output.Runtime,
  };
}

function toAliasRow(output: AliasConfiguration): AliasRow {
  const [second] = Object.entries(output.RoutingConfig?.AdditionalVersionWeights ?? {});
  return {
    name: output.Name ?? '',
    description: output.Description ?? '',
    version: output.FunctionVersion ?? '',
    revisionId: output.RevisionId,
    ...(second && { second: { version: second[0], percent: toPercent(second[1]) } }),
  };
}

async function list<Row>(
  operation: string,
  readPage: (marker: string | undefined) => Promise<{ rows: readonly Row[]; next: string | undefined }>,
): Promise<Result<Listed<Row>, ConsoleError>> {
  try {
    const rows: Row[] = [];
    let marker: string | undefined;
    for (let page = 0; page < pagesMax; page += 1) {
      const { rows: more, next } = await readPage(marker);
      rows.push(...more);
      marker = next;
      if (!marker) break;
    }
    // The last ones are kept: of versions they are the newest.
    return succeed({ rows: rows.slice(-rowsMax), isCut: Boolean(marker) || rows.length > rowsMax });
  } catch (error) {
    return refuse(toConsoleError(error, { operation }));
  }
}

// Keyed by plain strings: a layout and its page ask once between them.
const read = cache(async (connectionId: string, region: string, name: string): Promise<Qualifiers> => {
  await requireUser('viewer');
  const { lambda } = await awsFor({ connectionId, region });
  const [versions, aliases] = await Promise.all([
    list('lambda:ListVersionsByFunction', async (marker) => {
      const output = await lambda.send(
        new ListVersionsByFunctionCommand({ FunctionName: name, MaxItems: 50, Marker: marker }),
      );
      const published = (output.Versions ?? []).filter(({ Version }) => Version !== workingCopy);
      return { rows: published.map(toVersionRow), next: output.NextMarker };
    }),
    list('lambda:ListAliases', async (marker) => {
      const output = await lambda.send(
        new ListAliasesCommand({ FunctionName: name, MaxItems: 50, Marker: marker }),
      );
      return { rows: (output.Aliases ?? []).map(toAliasRow), next: output.NextMarker };
    }),
  ]);
  // Newest first: it is the one people come for.
  return versions.ok
    ? { versions: succeed({ ...versions.data, rows: [...versions.data.rows].reverse() }), aliases }
    : { versions, aliases };
});

/** Versions, newest first, and aliases of a function; asked once a request, however many want to know. */
export function getQualifiers(place: Place, name: string): Promise<Qualifiers> {
  return read(place.connectionId, place.region, name);
}

/** An alias for its edit page. */
export async function getAliasBasis(
  place: Place,
  functionName: string,
  alias: string,
): Promise<Result<Basis<AliasRow>, ConsoleError>> {
  await requireUser('viewer');
  try {
    const { lambda } = await awsFor(place);
    const values = toAliasRow(
      await lambda.send(new GetAliasCommand({ FunctionName: functionName, Name: alias })),
    );
    return succeed({ values, revisionId: values.revisionId, readAt: new Date().toISOString() });
  } catch (error) {
    return refuse(toConsoleError(error, { operation: 'lambda:GetAlias' }));
  }
}
