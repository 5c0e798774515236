import 'server-only';
import type { IncomingMessage } from 'node:http';
import { GetFunctionCommand, type GetFunctionCommandOutput } from '@aws-sdk/client-lambda';
import { requireUser } from '@/lib/auth/guard';
import { roleIncludes } from '@/lib/auth/user';
import { awsFor, type Aws } from '@/lib/aws/clients';
import { toConsoleError } from '@/lib/aws/errors';
import { openLocation, readAtMost } from '@/lib/aws/location';
import { consoleError, type ConsoleError } from '@/lib/domain/console-error';
import { editLimits, readOnlyReason, type ReadOnlyReason } from '@/lib/domain/edit-limits';
import { decodeText } from '@/lib/domain/working-copy';
import { listPackage, readPackage, type PackageEntry } from '@/lib/queries/package-entries';
import type { Place } from '@/lib/routes';
import { refuse, succeed, type Result } from '@/lib/shared/result';

/** A file on its way to the browser: text, or the bytes of what is no text (or too long to edit) in base64. */
export interface CodeFile {
  readonly path: string;
  readonly mode: number;
  readonly text?: string;
  readonly base64?: string;
}

/** Deployed code. `files` is there for a package that can be edited; otherwise `entries` list what is in it. */
export interface CodePackage {
  readonly codeSha256: string;
  readonly revisionId: string | undefined;
  readonly lastModified: string | undefined;
  readonly packageType: 'Zip' | 'Image';
  /** Size of the .zip in bytes. */
  readonly zipBytes: number;
  readonly imageUri: string | undefined;
  readonly readOnly: ReadOnlyReason | undefined;
  readonly files: readonly CodeFile[];
  readonly entries: readonly PackageEntry[];
  /** More than `entries` when the list was cut. */
  readonly entriesTotal: number;
  /** Bytes of everything unpacked. */
  readonly unpackedBytes: number;
}

const operation = 'lambda:GetFunction';

interface Located {
  readonly aws: Aws;
  readonly output: GetFunctionCommandOutput;
}

async function locate(place: Place, name: string, qualifier: string | undefined): Promise<Located> {
  const aws = await awsFor(place);
  const command = new GetFunctionCommand({ FunctionName: name, Qualifier: qualifier });
  return { aws, output: await aws.lambda.send(command) };
}

async function fetchZip({ aws, output }: Located): Promise<Buffer | undefined> {
  const location = output.Code?.Location;
  if (!location) throw consoleErrorThrown('The endpoint did not say where the package is.');
  return readAtMost(await openLocation(aws, location), editLimits.listableZipBytesMax);
}

/** An answer without the member that every answer of AWS has; read as "unsupported" further up. */
function consoleErrorThrown(message: string): Error {
  return Object.assign(new Error(message), { name: 'NotImplementedException', $metadata: {} });
}

function toCodeFile({ path, size, mode }: PackageEntry, bytes: Buffer): CodeFile {
  const isLink = (mode & 0o170000) === 0o120000;
  const text = isLink || size > editLimits.textFileBytesMax ? undefined : decodeText(bytes);
  return text === undefined ? { path, mode, base64: bytes.toString('base64') } : { path, mode, text };
}

/** What is deployed, or what a version holds, as much of it as the browser may take in hand. */
export async function getCodePackage(
  place: Place,
  name: string,
  qualifier?: string,
): Promise<Result<CodePackage, ConsoleError>> {
  const user = await requireUser('viewer');
  try {
    const located = await locate(place, name, qualifier);
    const { Configuration: configuration = {}, Code: code } = located.output;
    const measure = {
      packageType: configuration.PackageType === 'Image' ? ('Image' as const) : ('Zip' as const),
      zipBytes: configuration.CodeSize ?? 0,
    };
    const facts = {
      ...measure,
      codeSha256: configuration.CodeSha256 ?? '',
      revisionId: configuration.RevisionId,
      lastModified: configuration.LastModified,
      imageUri: code?.ImageUri,
    };
    const nothing = { files: [], entries: [], entriesTotal: 0, unpackedBytes: 0 };
    const early = readOnlyReason(measure);
    if (early === 'image' || early === 'not-listable')
      return succeed({ ...facts, ...nothing, readOnly: early });

    const zip = await fetchZip(located);
    if (!zip) return succeed({ ...facts, ...nothing, readOnly: 'not-listable' });
    const entries = await listPackage(zip);
    const unpackedBytes = entries.reduce((sum, entry) => sum + entry.size, 0);
    const reason = readOnlyReason({
      ...measure,
      zipBytes: zip.length,
      unpackedBytes,
      entries: entries.length,
    });
    const listed = {
      entries: entries.slice(0, editLimits.listedEntriesMax),
      entriesTotal: entries.length,
      unpackedBytes,
    };
    if (reason) return succeed({ ...facts, ...listed, files: [], readOnly: reason });
    const contents = await readPackage(zip, () => true, editLimits.unpackedBytesMax);
    const files = entries.map((entry) => toCodeFile(entry, contents.get(entry.path) ?? Buffer.alloc(0)));
    const mayNot = roleIncludes(user.role, 'developer') ? undefined : ('role' as const);
    const readOnly = qualifier === undefined ? mayNot : ('qualifier' as const);
    return succeed({ ...facts, ...listed, files, readOnly });
  } catch (error) {
    return refuse(toConsoleError(error, { operation }));
  }
}

/** One text file of a package that is too large to hand over whole. */
export async function getCodeFile(
  place: Place,
  name: string,
  path: string,
  qualifier?: string,
): Promise<Result<CodeFile, ConsoleError>> {
  await requireUser('viewer');
  try {
    const zip = await fetchZip(await locate(place, name, qualifier));
    const entry = zip ? (await listPackage(zip)).find((candidate) => candidate.path === path) : undefined;
    if (!zip || !entry)
      return refuse(consoleError('not-found', `${path} is not in the package.`, { operation }));
    if (entry.size > editLimits.textFileBytesMax) {
      return refuse(
        consoleError('quota', 'The file is larger than 512 KB. Download the package to read it.', {
          operation,
        }),
      );
    }
    const contents = await readPackage(zip, (candidate) => candidate === path, editLimits.textFileBytesMax);
    const file = toCodeFile(entry, contents.get(path) ?? Buffer.alloc(0));
    if (file.text !== undefined) return succeed(file);
    return refuse(
      consoleError('unsupported', 'The file is not text. Download the package to see it.', { operation }),
    );
  } catch (error) {
    return refuse(toConsoleError(error, { operation }));
  }
}

export interface CodeDownload {
  readonly stream: IncomingMessage;
  /** Undefined when the endpoint does not say. */
  readonly bytes: number | undefined;
  readonly codeSha256: string | undefined;
}

/** Opens the deployed package to pass it on; whoever gets it reads or destroys the stream. */
export async function openCodeDownload(
  place: Place,
  name: string,
  qualifier?: string,
): Promise<Result<CodeDownload, ConsoleError>> {
  await requireUser('viewer');
  try {
    const { aws, output } = await locate(place, name, qualifier);
    const location = output.Code?.Location;
    if (!location) {
      const message = 'The code is in a container image. Pull the image from its registry instead.';
      return refuse(consoleError('unsupported', message, { operation }));
    }
    const stream = await openLocation(aws, location);
    const length = stream.headers['content-length'];
    const bytes = length === undefined ? undefined : Number(length);
    return succeed({ stream, bytes, codeSha256: output.Configuration?.CodeSha256 });
  } catch (error) {
    return refuse(toConsoleError(error, { operation }));
  }
}
