import { readFile } from 'node:fs/promises';
import path from 'node:path';
import ts from 'typescript';
import { projectFolder } from './project.ts';
import { doors } from './doors.ts';
import { listFiles } from './files.ts';
import type { Room } from './room.ts';
import { rooms } from './rooms.ts';

/** One import of a file. */
export interface ImportLine {
  readonly specifier: string;
  readonly line: number;
  readonly isTypeOnly: boolean;
  /** Names brought in as values. */
  readonly names: readonly string[];
}

const sourceRoots = ['app', 'components', 'lib', 'e2e', 'proxy.ts', 'instrumentation.ts'];
const isTest = (file: string) =>
  /\.(test|parity)\.tsx?$/.test(file) || /^lib\/endpoint\/(.+\/)?tests?\//.test(file);
const isSource = (file: string) => /\.(ts|tsx|mts)$/.test(file) && !file.startsWith('e2e/functions/');

/** The room that owns a file, relative to the checkout; undefined when no room does. */
export function roomOf(file: string): Room | undefined {
  return rooms.find((room) => room.files.test(file));
}

/** All imports of a module: statements, re-exports and dynamic imports of a literal. */
export function importsOf(file: string, text: string): ImportLine[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ESNext, false);
  const found: ImportLine[] = [];
  const add = (node: ts.Node, specifier: ts.Expression, isTypeOnly: boolean, names: readonly string[]) => {
    if (!ts.isStringLiteralLike(specifier)) return;
    const line = source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1;
    found.push({ specifier: specifier.text, line, isTypeOnly, names });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) {
      const clause = node.importClause;
      const bindings = clause?.namedBindings;
      const named = bindings !== undefined && ts.isNamedImports(bindings) ? bindings.elements : undefined;
      const values = named?.filter((element) => !element.isTypeOnly) ?? [];
      const hasOnlyTypes =
        named !== undefined && clause?.name === undefined && named.length > 0 && !values.length;
      const isTypeOnly = clause?.phaseModifier === ts.SyntaxKind.TypeKeyword || hasOnlyTypes;
      const names = values.map((element) => (element.propertyName ?? element.name).text);
      add(node, node.moduleSpecifier, isTypeOnly, names);
    } else if (ts.isExportDeclaration(node) && node.moduleSpecifier !== undefined) {
      add(node, node.moduleSpecifier, node.isTypeOnly, []);
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const [specifier] = node.arguments;
      if (specifier !== undefined) add(node, specifier, false, []);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** Path of an imported module relative to the checkout, or undefined for a package. */
export function targetOf(file: string, specifier: string): string | undefined {
  if (specifier.startsWith('@/')) return withExtension(specifier.slice(2));
  if (specifier.startsWith('.')) return withExtension(path.posix.join(path.posix.dirname(file), specifier));
  return undefined;
}

function withExtension(target: string): string {
  // A room that is one file is named with its extension; inside a folder the extension does not matter.
  return /\.\w+$/.test(target) ? target : `${target}.ts`;
}

/** What is wrong with one file's imports, a sentence each, naming the room a line should move to. */
export function problemsOf(file: string, text: string): string[] {
  const room = roomOf(file);
  if (room === undefined)
    return [`${file}: no room owns this file. Rooms: ${rooms.map(({ name }) => name).join(', ')}.`];
  const problems: string[] = [];
  const imports = importsOf(file, text);
  for (const one of imports) {
    const target = targetOf(file, one.specifier);
    const problem =
      target === undefined ? packageProblem(file, room, one) : roomProblem(file, room, one, target);
    if (problem !== undefined) problems.push(`${file}:${one.line} ${problem}`);
  }
  if (room.isServerOnly === true && !isTest(file) && !isPure(file, imports) && !isMarkedForServer(text)) {
    problems.push(`${file}:1 ${room.name} runs on the server only: begin with import 'server-only'.`);
  }
  return problems;
}

function roomProblem(file: string, room: Room, one: ImportLine, target: string): string | undefined {
  const targetRoom = roomOf(target);
  if (targetRoom === undefined) {
    return /\.(json|css|svg|png)$/.test(target) ? undefined : `imports ${target}, which no room owns.`;
  }
  if (targetRoom === room || room.mayImport.includes('*') || room.mayImport.includes(targetRoom.name)) {
    return crossesService(file, target) ? crossServiceProblem(target) : undefined;
  }
  if (one.isTypeOnly && room.mayImportTypesOf?.includes(targetRoom.name)) return undefined;
  if (isTest(file) && (targetRoom.name === 'lib/tools' || isEndpoint(room) === isEndpoint(targetRoom)))
    return undefined;
  const better = rooms.filter((other) => other.mayImport.includes(targetRoom.name)).map(({ name }) => name);
  return (
    `imports ${targetRoom.name} (${targetRoom.purpose}), which ${room.name} (${room.purpose}) may not. ` +
    `The line belongs in ${better.slice(0, 5).join(' or ') || targetRoom.name}.`
  );
}

/** A test puts parts of its own program together; the two programs still meet only at the protocol. */
const isEndpoint = (room: Room) => room.name.startsWith('endpoint/');

const serviceName = /^lib\/endpoint\/services\/([^/]+)\//;

function crossesService(file: string, target: string): boolean {
  const from = serviceName.exec(file)?.[1];
  const to = serviceName.exec(target)?.[1];
  if (from === undefined || to === undefined || from === to || isTest(file)) return false;
  return !target.endsWith(`/services/${to}/index.ts`);
}

function crossServiceProblem(target: string): string {
  return `imports the inside of another service. Services meet only at ${serviceName.exec(target)?.[0]}index.ts.`;
}

function packageProblem(file: string, room: Room, one: ImportLine): string | undefined {
  const { specifier } = one;
  if (isTest(file)) return undefined;
  if (room.packages === 'none') {
    return `imports ${specifier}; ${room.name} is pure and imports no package, no Node and no React.`;
  }
  if (
    room.packages !== undefined &&
    !one.isTypeOnly &&
    !room.packages.some((name) => specifier.startsWith(name))
  ) {
    return `imports ${specifier}; ${room.name} may import only ${room.packages.join(', ')}, and types of others.`;
  }
  if (one.isTypeOnly) return undefined;
  const door = doors.find(({ packages }) =>
    packages.some(
      (name) => specifier === name || specifier.startsWith(name.endsWith('/') ? name : `${name}/`),
    ),
  );
  if (door !== undefined && (!door.rooms.includes(room.name) || door.files?.test(file) === false)) {
    return `imports ${specifier}, whose one door is ${door.rooms.join(' or ')}${door.files ? ` (${door.files.source})` : ''}.`;
  }
  const client = one.names.find((name) => name.endsWith('Client'));
  if (specifier.startsWith('@aws-sdk/client-') && client !== undefined && !makesClients(room)) {
    return `makes ${client}; SDK clients are made only in lib/aws.`;
  }
  return undefined;
}

function makesClients(room: Room): boolean {
  return ['lib/aws', 'lib/tools', 'e2e', 'endpoint/wire'].includes(room.name);
}

function isMarkedForServer(text: string): boolean {
  return /^\s*(\/\*[\s\S]*?\*\/\s*|\/\/.*\n\s*)*(import 'server-only'|'use server')/.test(text);
}

const pureRooms = ['lib/shared', 'lib/domain', 'lib/routes'];

/** Types, constants and rules that would be harmless in a browser. */
function isPure(file: string, imports: readonly ImportLine[]): boolean {
  return imports.every(({ specifier, isTypeOnly }) => {
    if (isTypeOnly || specifier === 'zod') return true;
    const target = targetOf(file, specifier);
    const room = target === undefined ? undefined : roomOf(target);
    return room !== undefined && (pureRooms.includes(room.name) || room === roomOf(file));
  });
}

/** Checks every source file; resolves with the problems, empty when each line is in its room. */
export async function checkRooms(folder: string = projectFolder): Promise<string[]> {
  const lists = await Promise.all(sourceRoots.map((root) => listFiles(folder, root)));
  const files = lists.flat().filter(isSource);
  const problems = await Promise.all(
    files.map(async (file) => problemsOf(file, await readFile(path.join(folder, file), 'utf8'))),
  );
  return problems.flat();
}
