/** The only part of the tool, with `config`, that touches the file system. */
import { randomBytes } from 'node:crypto';
import {
  type Stats,
  accessSync,
  closeSync,
  constants,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  readdirSync,
} from 'node:fs';
import { renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { isGlob, matchesGlob, toSlashes } from './domain/glob.ts';
import { Mistake } from './domain/mistake.ts';
import type { SourceFile } from './domain/source.ts';
import { compareText } from './domain/text.ts';

/** Endings of files that may hold a register. Old formats are taken too, so that they are refused by name. */
const TABLES = /\.(csv|tsv|txt|tab|xlsx|xlsm|xls|ods)$/i;
/** Files of a group's folder that are not registers, and what Excel leaves beside an open workbook. */
const NOT_REGISTERS =
  /^(?:décisions|decisions|readme|lisez-?moi)\b.*|^(?:rejets|rejects)[\d\s_.()-]*\.\w+$|^~\$.*|^\..*/i;

/**
 * From so many bytes on, memory is worth being cleared more often: left to itself, the engine lets a million contracts
 * and what they were read from pile up to twice what is in use.
 */
const LARGE = 1 << 24;

/** Some four million rows, which take four gigabytes of memory: a register that large is several. */
const LARGEST = 2 ** 29;
const inMegabytes = (bytes: number): number => Math.round(bytes / 2 ** 20);

/** Standard input, as an argument. */
export const STDIN = '-';

/**
 * The files that the arguments name: files as they are, folders with all the tables below them, patterns
 * expanded here because Windows shells do not. Sorted, each once. Throws a {@link Mistake} for an argument
 * that names nothing.
 */
export function expandPaths(paths: readonly string[]): readonly string[] {
  const found = new Set<string>();
  for (const path of paths) for (const file of expand(path)) found.add(toSlashes(file));
  return [...found].sort(compareText);
}

/**
 * The files, named from the folder that they share, so that reports are the same wherever the tool runs. Each is read
 * whole when its bytes are asked for, so that a folder need not fit in memory. One that cannot be read stops the run:
 * nothing may be missing in silence.
 */
export function readSources(paths: readonly string[]): readonly SourceFile[] {
  const files = expandPaths(paths);
  if (sizeOf(files) > LARGE) spareMemory();
  const shared = sharedFolder(files.filter(file => file !== STDIN));
  return files.map(file =>
    file === STDIN
      ? { path: STDIN, bytes: readBytes(STDIN) }
      : {
          path: file.slice(shared.length),
          get bytes() {
            return readBytes(file);
          },
        },
  );
}

/** Has memory cleared more often, for what is large. */
export function spareMemory(): void {
  setFlagsFromString('--heap-growing-percent=30 --incremental-marking');
}

function sizeOf(files: readonly string[]): number {
  return files.reduce((sum, file) => sum + (file === STDIN ? 0 : (statOf(file)?.size ?? 0)), 0);
}

/**
 * Files of another kind that the arguments name, or that stand beside the registers in the folders that they name;
 * not in the folders below, where reports may be. Sorted, each once.
 */
export function filesBeside(
  paths: readonly string[],
  isWanted: (path: string) => boolean,
): readonly string[] {
  const found = paths
    .filter(path => path !== STDIN)
    .flatMap(path => (statOf(path)?.isDirectory() ? filesIn(path) : expand(path)));
  return [...new Set(found.filter(isWanted).map(toSlashes))].sort(compareText);
}

/** Reads files whole, each under its own name alone. */
export function readFiles(paths: readonly string[]): readonly SourceFile[] {
  return paths.map(path => ({ path: basename(path), bytes: readBytes(path) }));
}

/** The longest folder, with its `/`, that all the files stand in. */
function sharedFolder(files: readonly string[]): string {
  const folders = files.map(file => file.slice(0, file.lastIndexOf('/') + 1));
  return folders.reduce((shared, folder) => {
    let common = shared;
    while (!folder.startsWith(common))
      common = common.slice(0, common.lastIndexOf('/', common.length - 2) + 1);
    return common;
  }, folders[0] ?? '');
}

/** The folders that the arguments stand in, where a configuration may be. */
export function foldersOf(paths: readonly string[]): readonly string[] {
  const folders = paths
    .filter(path => path !== STDIN && !isGlob(path))
    .map(path => (statOf(path)?.isDirectory() ? path : dirname(path)));
  return [...new Set(folders)];
}

/** True when there is a file or folder of that name. */
export function exists(path: string): boolean {
  return existsSync(path);
}

/**
 * Checks, before any work, that a file can be written: it is not an input, its folder exists, and it is not
 * locked by another program (open in Excel). `toMake` is a folder that may not be there yet.
 */
export function checkWritable(path: string, inputs: readonly string[], toMake?: string): void {
  if (inputs.some(input => input !== STDIN && resolve(input) === resolve(path))) {
    throw new Mistake('OUTPUT_IS_INPUT', { path });
  }
  try {
    if (existsSync(path)) closeSync(openSync(path, 'r+'));
    else if (toMake === undefined || existsSync(toMake)) accessSync(dirname(resolve(path)), constants.W_OK);
  } catch (error) {
    throw new Mistake('OUTPUT_NOT_WRITABLE', { path, reason: reasonOf(error) });
  }
}

/** Checks that a folder can be written in, or made where it is wanted. */
export function checkFolderWritable(path: string): void {
  try {
    const folder = existsSync(path) ? path : nearestFolder(path);
    readdirSync(folder);
    accessSync(folder, constants.W_OK);
  } catch (error) {
    throw new Mistake('OUTPUT_NOT_WRITABLE', { path, reason: reasonOf(error) });
  }
}

/** The folder that is there, in which the missing ones on the way to `path` would be made. */
function nearestFolder(path: string): string {
  let folder = dirname(resolve(path));
  while (!existsSync(folder)) folder = dirname(folder);
  return folder;
}

/** Makes a folder, when it is not there, and those above it. */
function makeFolder(path: string): void {
  try {
    if (!existsSync(path)) mkdirSync(path, { recursive: true });
  } catch (error) {
    throw new Mistake('OUTPUT_NOT_WRITABLE', { path, reason: reasonOf(error) });
  }
}

/** The text of one file (UTF-8), or of standard input. */
export function readText(path: string): string {
  if (path !== STDIN && !statOf(path)) throw new Mistake('PATH_NOT_FOUND', { path });
  return new TextDecoder().decode(readBytes(path));
}

/** Writes a file whole or not at all: a temporary neighbour, then a rename. */
export function writeAtomically(path: string, content: string | Iterable<string> | Uint8Array): void {
  const temporary = join(dirname(resolve(path)), `.${basename(path)}.${randomBytes(4).toString('hex')}.tmp`);
  try {
    writePieces(
      temporary,
      typeof content === 'string' || content instanceof Uint8Array ? [content] : content,
    );
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    // What fails in making the text is no fault of the file.
    if ((error as NodeJS.ErrnoException).code === undefined) throw error;
    throw new Mistake('OUTPUT_NOT_WRITABLE', { path, reason: reasonOf(error) });
  }
}

/** A file of a set, named from the folder that gets it. */
export interface NamedContent {
  readonly name: string;
  readonly content: string | Uint8Array;
}

/** Left by a run that was killed while it wrote. */
const UNFINISHED = /^\.coop-plan-[\da-f]{8}\.tmp$/;

/**
 * Writes the files of a set into a folder, each whole or not at all: all are written aside before the first is put in
 * place, and an interruption (Ctrl-C) waits until the last one is. The folder is made when it is not there.
 */
export function writeTogether(folder: string, files: readonly NamedContent[]): void {
  makeFolder(folder);
  for (const name of readdirSync(folder).filter(entry => UNFINISHED.test(entry)))
    rmSync(join(folder, name), { recursive: true, force: true });
  const aside = join(folder, `.coop-plan-${randomBytes(4).toString('hex')}.tmp`);
  for (const [signal, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)
    process.once(signal, () => process.exit(code));
  let path = aside;
  try {
    mkdirSync(aside);
    for (const { name, content } of files) writeFileSync((path = join(aside, name)), content);
    for (const { name } of files) renameSync(join(aside, name), (path = join(folder, name)));
  } catch (error) {
    throw new Mistake('OUTPUT_NOT_WRITABLE', { path, reason: reasonOf(error) });
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
}

function writePieces(path: string, pieces: Iterable<string | Uint8Array>): void {
  const handle = openSync(path, 'w');
  try {
    for (const piece of pieces) writeFileSync(handle, piece);
  } finally {
    closeSync(handle);
  }
}

function expand(path: string): readonly string[] {
  if (path === STDIN) return [STDIN];
  const stat = statOf(path);
  if (stat?.isFile() || stat?.isFIFO()) return [path];
  if (stat?.isDirectory()) {
    const tables = tablesBelow(path);
    if (tables.length === 0) throw new Mistake('FOLDER_WITHOUT_TABLE', { path });
    return tables;
  }
  if (isGlob(path)) {
    const matches = filesMatching(path);
    if (matches.length === 0) throw new Mistake('GLOB_WITHOUT_MATCH', { pattern: path });
    return matches;
  }
  throw new Mistake('PATH_NOT_FOUND', { path });
}

function tablesBelow(folder: string): string[] {
  return filesBelow(folder).filter(file => TABLES.test(file) && !NOT_REGISTERS.test(basename(file)));
}

function filesMatching(pattern: string): string[] {
  const slashed = toSlashes(pattern);
  const fixed = slashed.slice(0, slashed.search(/[*?]/));
  const root = fixed.includes('/') ? fixed.slice(0, fixed.lastIndexOf('/')) || '/' : '.';
  if (!statOf(root)?.isDirectory()) return [];
  return filesBelow(root).filter(file => {
    const path = toSlashes(file);
    const named = slashed.includes('/')
      ? matchesGlob(slashed, path)
      : matchesGlob(`./${slashed}`, `./${path}`);
    return named && !basename(file).startsWith('~$');
  });
}

function filesIn(folder: string): string[] {
  const entries = readdirSync(folder, { withFileTypes: true });
  return entries.filter(entry => entry.isFile()).map(({ name }) => join(folder, name));
}

function filesBelow(folder: string): string[] {
  const files: string[] = [];
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) files.push(...filesBelow(path));
    else files.push(path);
  }
  return files;
}

function readBytes(path: string): Uint8Array {
  const size = path === STDIN ? 0 : (statOf(path)?.size ?? 0);
  if (size > LARGEST)
    throw new Mistake('FILE_TOO_LARGE', { path, megabytes: inMegabytes(size), most: inMegabytes(LARGEST) });
  try {
    return path === STDIN ? readStandardInput() : readFileSync(path);
  } catch (error) {
    throw new Mistake('PATH_NOT_READABLE', { path, reason: reasonOf(error) });
  }
}

/** All of standard input. A pipe whose writer is slow says `EAGAIN`, and `EOF` on Windows when it is closed: neither is a fault. */
function readStandardInput(): Uint8Array {
  const chunks: Uint8Array[] = [];
  const chunk = Buffer.alloc(65_536);
  for (;;) {
    try {
      const length = readSync(0, chunk);
      if (length === 0) return Buffer.concat(chunks);
      chunks.push(Buffer.from(chunk.subarray(0, length)));
    } catch (error) {
      if (reasonOf(error) === 'EOF') return Buffer.concat(chunks);
      if (reasonOf(error) !== 'EAGAIN') throw error;
      // Nothing to read yet: wait without turning.
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10);
    }
  }
}

function statOf(path: string): Stats | undefined {
  return statSync(path, { throwIfNoEntry: false });
}

/** The system's own word for what failed (`EACCES`, `EBUSY`), which a search engine knows. */
function reasonOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? String(error);
}
