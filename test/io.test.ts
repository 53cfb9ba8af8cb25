import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { toSlashes } from '../src/domain/glob.ts';
import { checkWritable, expandPaths, foldersOf, readSources, writeAtomically } from '../src/io.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'coop-plan-io-'));
  mkdirSync(join(folder, 'exports', 'nord'), { recursive: true });
  for (const name of [
    'b.csv',
    'A.CSV',
    'nord/c.xlsx',
    'lisez-moi.txt',
    'decisions.csv',
    '~$b.xlsx',
    'plan.pdf',
    '.x.csv',
  ]) {
    writeFileSync(join(folder, 'exports', name), name);
  }
});
afterEach(() => rmSync(folder, { recursive: true }));

const here = (paths: readonly string[]): string[] =>
  paths.map(path => path.replace(`${toSlashes(folder)}/exports/`, ''));

describe('expandPaths', () => {
  it('takes the tables of a folder and of its folders, sorted', () => {
    expect(here(expandPaths([join(folder, 'exports')]))).toEqual(['A.CSV', 'b.csv', 'nord/c.xlsx']);
  });

  it('takes a register whose name begins as that of the rows refused', () => {
    for (const name of ['rejets.csv', 'rejets 2026-11.csv', 'rejets eaux usées.csv'])
      writeFileSync(join(folder, 'exports', name), name);
    expect(here(expandPaths([join(folder, 'exports')]))).toContain('rejets eaux usées.csv');
    expect(here(expandPaths([join(folder, 'exports')]))).not.toContain('rejets.csv');
    expect(here(expandPaths([join(folder, 'exports')]))).not.toContain('rejets 2026-11.csv');
  });

  it('expands patterns itself', () => {
    expect(here(expandPaths([join(folder, 'exports', '*.csv')]))).toEqual([
      'A.CSV',
      'b.csv',
      'decisions.csv',
    ]);
    expect(here(expandPaths([join(folder, 'exports', '**', '?.xlsx')]))).toEqual(['nord/c.xlsx']);
  });

  it('names each file once', () => {
    const exports = join(folder, 'exports');
    expect(here(expandPaths([exports, join(exports, 'b.csv'), join(exports, 'b.*')]))).toHaveLength(3);
  });

  it('says which argument names nothing', () => {
    const nothing = (path: string): unknown => {
      try {
        return expandPaths([join(folder, path)]);
      } catch (error) {
        return (error as { code: string }).code;
      }
    };
    mkdirSync(join(folder, 'empty'));
    expect(nothing('missing.csv')).toBe('PATH_NOT_FOUND');
    expect(nothing('*.ods')).toBe('GLOB_WITHOUT_MATCH');
    expect(nothing('empty')).toBe('FOLDER_WITHOUT_TABLE');
  });
});

describe('reading and writing', () => {
  it('reads bytes as they are', () => {
    const [source] = readSources([join(folder, 'exports', 'b.csv')]);
    expect(source!.path).toBe('b.csv');
    expect(Buffer.from(source!.bytes).toString()).toBe('b.csv');
  });

  it('names files from the folder that they share', () => {
    const exports = join(folder, 'exports');
    expect(readSources([exports]).map(({ path }) => path)).toEqual(['A.CSV', 'b.csv', 'nord/c.xlsx']);
    expect(readSources([join(exports, 'nord', 'c.xlsx')]).map(({ path }) => path)).toEqual(['c.xlsx']);
  });

  it('finds the folders where a configuration may be', () => {
    const exports = join(folder, 'exports');
    expect(foldersOf([exports, join(exports, 'b.csv'), '-', join(exports, '*.csv')])).toEqual([exports]);
  });

  it('never writes over an input', () => {
    const input = join(folder, 'exports', 'b.csv');
    expect(() => checkWritable(join(folder, 'exports', '.', 'b.csv'), [input])).toThrow('OUTPUT_IS_INPUT');
  });

  it.skipIf(process.getuid?.() === 0)('says before working that a file cannot be written', () => {
    const path = join(folder, 'locked.csv');
    writeFileSync(path, '');
    chmodSync(path, 0o400);
    expect(() => checkWritable(path, [])).toThrow('OUTPUT_NOT_WRITABLE');
  });

  it('says that a folder is missing', () => {
    expect(() => checkWritable(join(folder, 'none', 'plan.csv'), [])).toThrow('OUTPUT_NOT_WRITABLE');
  });

  it('refuses a file too large to be read at once, when its bytes are asked for', () => {
    const path = join(folder, 'exports', 'huge.csv');
    writeFileSync(path, '');
    // A hole: it takes no room on the disk.
    truncateSync(path, 2 ** 29 + 1);
    const [source] = readSources([path]);
    expect(() => source!.bytes).toThrow('FILE_TOO_LARGE');
  });

  it('writes a text that comes in pieces, and nothing when one fails', () => {
    const path = join(folder, 'plan.csv');
    writeAtomically(path, ['fir', 'st'].values());
    expect(readFileSync(path, 'utf8')).toBe('first');
    const failing = (function* (): Generator<string> {
      yield 'sec';
      throw new Error('no more');
    })();
    expect(() => writeAtomically(path, failing)).toThrow('no more');
    expect(readFileSync(path, 'utf8')).toBe('first');
    expect(readdirSync(folder).toSorted()).toEqual(['exports', 'plan.csv']);
  });

  it('leaves nothing but the file', () => {
    const path = join(folder, 'plan.csv');
    writeAtomically(path, 'first');
    writeAtomically(path, 'second');
    expect(readFileSync(path, 'utf8')).toBe('second');
    expect(readdirSync(folder).toSorted()).toEqual(['exports', 'plan.csv']);
    expect(existsSync(path)).toBe(true);
  });
});
