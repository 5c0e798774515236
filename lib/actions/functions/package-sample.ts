import 'server-only';
import yazl from 'yazl';
import type { FunctionSample } from '@/lib/domain/samples/types';

// The same bytes for the same sample, so that CodeSha256 tells whether anything was changed.
const modified = new Date('2026-01-01T00:00:00Z');

/** Packs a sample as a deployment package. */
export async function packageSample(sample: FunctionSample): Promise<Uint8Array> {
  const zip = new yazl.ZipFile();
  for (const [path, text] of Object.entries(sample.files)) {
    const mode = sample.executables?.includes(path) ? 0o100755 : 0o100644;
    zip.addBuffer(Buffer.from(text), path, { mtime: modified, mode });
  }
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream) chunks.push(Buffer.from(chunk as Uint8Array));
  return Buffer.concat(chunks);
}
