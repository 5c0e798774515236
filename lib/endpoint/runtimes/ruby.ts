import { execFile } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Interpreter } from './interpreters.ts';

const probeMsMax = 10_000;

/** Order of a Ruby version, `3.4` → 304: AWS names major and minor. */
export function rubyNumber(version: string): number {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major * 100 + minor;
}

/** AWS's Ruby identifiers: `ruby3.4`. */
export function rubyVersion(runtime: string): string | undefined {
  return /^ruby(\d+\.\d+)$/.exec(runtime)?.[1];
}

/** Every distinct Ruby on PATH and in rbenv's folder, oldest first. */
export async function findRubies(searchPath: string, home = os.homedir()): Promise<Interpreter[]> {
  const rbenv = path.join(home, '.rbenv', 'versions');
  const folders = [
    ...searchPath.split(path.delimiter).filter((folder) => !folder.endsWith(path.join('.rbenv', 'shims'))),
    ...namesIn(rbenv).map((name) => path.join(rbenv, name, 'bin')),
  ];
  const files = folders.flatMap((folder) =>
    namesIn(folder)
      .filter((name) => /^ruby(\d\.\d)?$/.test(name))
      .map((name) => path.join(folder, name)),
  );
  const found = new Map<number, Interpreter>();
  // `ruby`, `ruby3.1` and both again in a folder that is a link are one program, asked once.
  const programs = new Map(files.toReversed().map((file) => [realPathOf(file), file]));
  for (const ruby of await Promise.all([...programs.values()].toReversed().map(askRuby))) {
    if (ruby && !found.has(ruby.minor)) found.set(ruby.minor, ruby);
  }
  return [...found.values()].sort((one, other) => one.minor - other.minor);
}

function realPathOf(file: string): string {
  try {
    return fs.realpathSync(file);
  } catch {
    return file;
  }
}

function namesIn(folder: string): string[] {
  try {
    return fs.readdirSync(folder).sort();
  } catch {
    return [];
  }
}

const question = 'puts RUBY_VERSION, RbConfig.ruby, RbConfig::CONFIG["prefix"], Gem.default_path.join(":")';

function askRuby(file: string): Promise<Interpreter | undefined> {
  return new Promise((resolve) => {
    execFile(file, ['-e', question], { timeout: probeMsMax, killSignal: 'SIGKILL' }, (error, output) => {
      const [version, executable, prefix, packages] = output.split('\n');
      if (error || !version || !executable || !prefix) return resolve(undefined);
      const minor = rubyNumber(version);
      return resolve({
        language: 'ruby',
        path: executable,
        prefix,
        version,
        minor,
        packages: packages ?? '',
      });
    });
  });
}

/** Where a Ruby function's gems are: in its package, in its layers, and with Ruby itself. */
export function rubyVariables(
  ruby: Interpreter,
  folders: { readonly task: string; readonly opt: string },
): Record<string, string> {
  const [major, minor] = ruby.version.split('.');
  const abi = `${major}.${minor}.0`;
  const own = [`${folders.task}/vendor/bundle/ruby/${abi}`, `${folders.opt}/ruby/gems/${abi}`];
  const ofRuntime = ['/var/runtime', `/var/runtime/ruby/${abi}`];
  return {
    GEM_HOME: '/var/runtime',
    GEM_PATH: [...own, ...ofRuntime, ...(ruby.packages ? [ruby.packages] : [])].join(':'),
    RUBYLIB: `${folders.task}:/var/runtime/lib:${folders.opt}/ruby/lib`,
  };
}
