import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

const compileMsMax = 60_000;

export interface ClientSource {
  /** Parent of the folder with the result, inside the data folder. */
  readonly cacheFolder: string;
  /** Begins the result's name; the rest tells versions of the source apart. */
  readonly name: string;
  readonly files: readonly string[];
  /** Command line that writes the result into this folder. */
  command(target: string): readonly string[];
  /** Written beside the result. */
  readonly extra?: Readonly<Record<string, string>>;
}

/** A client of ours that is compiled once for each version of its source, by a compiler of this machine. */
export class CompiledClient {
  readonly #source: ClientSource;
  #compiled: Promise<string> | undefined;

  constructor(source: ClientSource) {
    this.#source = source;
  }

  /** The folder with the result. Rejects when the compiler fails, and tries again the next time. */
  folder(): Promise<string> {
    this.#compiled ??= this.#compile().catch((error: unknown) => {
      this.#compiled = undefined;
      throw error;
    });
    return this.#compiled;
  }

  async #compile(): Promise<string> {
    const { cacheFolder, name, files, extra = {} } = this.#source;
    const hash = createHash('sha256');
    for (const file of files) hash.update(fs.readFileSync(file));
    const target = path.join(cacheFolder, `${name}-${hash.digest('hex').slice(0, 16)}`);
    if (fs.existsSync(target)) return target;
    fs.mkdirSync(cacheFolder, { recursive: true });
    const draft = fs.mkdtempSync(`${target}-`);
    await run(this.#source.command(draft));
    for (const [file, text] of Object.entries(extra)) fs.writeFileSync(path.join(draft, file), text);
    try {
      fs.renameSync(draft, target);
    } catch (error) {
      // Another process was faster, or the folder cannot be written: only the latter leaves nothing there.
      fs.rmSync(draft, { recursive: true, force: true });
      if (!fs.existsSync(target)) throw error;
    }
    return target;
  }
}

function run([command = '', ...args]: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    execFile(command, args, { timeout: compileMsMax, killSignal: 'SIGKILL' }, (error, output, errors) => {
      if (!error) return resolve();
      const said = errors || output || error.message;
      return reject(new Error(`A client of the endpoint could not be compiled by ${command}: ${said}`));
    });
  });
}
