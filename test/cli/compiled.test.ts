/** The code kept beside the bundle: used by the Node that made it, ignored at the slightest doubt. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ROOT } from './workdir.ts';

let copy: string;
let kept: Buffer;
let source: string;
const place = (name: string): string => join(copy, 'dist', name);

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'coop-plan-'));
  for (const name of ['bin', 'scripts/keep-compiled.cjs', 'dist/coop-plan.cjs']) {
    mkdirSync(join(copy, name, '..'), { recursive: true });
    cpSync(join(ROOT, name), join(copy, name), { recursive: true });
  }
  node('scripts/keep-compiled.cjs');
  kept = readFileSync(place('coop-plan.compiled'));
  source = readFileSync(place('coop-plan.cjs'), 'latin1');
});
beforeEach(() => {
  writeFileSync(place('coop-plan.compiled'), kept);
  writeFileSync(place('coop-plan.cjs'), source, 'latin1');
});
afterAll(() => rmSync(copy, { recursive: true }));

function node(...args: readonly string[]): string {
  return spawnSync(process.execPath, args, { cwd: copy, encoding: 'utf8' }).stdout;
}

/** What V8 did with the kept code: `false` it was taken, `true` V8 refused it, `undefined` it was not given to V8. */
function refused(): string {
  return node('-p', "require('./bin/coop-plan.js').script.cachedDataRejected").trim();
}

const [VERSION = ''] = readFileSync(join(ROOT, 'package.json'), 'utf8')
  .match(/"version": "([^"]+)"/)!
  .slice(1);
const headOf = (code: Buffer): string => code.toString('latin1', 0, code.indexOf('\n'));
const withHead = (head: string): Buffer =>
  Buffer.concat([Buffer.from(head, 'latin1'), kept.subarray(kept.indexOf('\n'))]);

describe('the compiled code', () => {
  it('is taken by the Node that made it', () => {
    expect(refused()).toBe('false');
  });

  const doubts: readonly [string, () => void][] = [
    ['is absent', () => rmSync(place('coop-plan.compiled'))],
    ['is empty', () => writeFileSync(place('coop-plan.compiled'), '')],
    ['is cut short', () => writeFileSync(place('coop-plan.compiled'), kept.subarray(0, -1))],
    ...[0.3, 0.6, 0.9].map((share): [string, () => void] => [
      `has one bit wrong at ${share * 100} %`,
      () => {
        const damaged = Buffer.from(kept);
        damaged[Math.floor(kept.length * share)]! ^= 1;
        writeFileSync(place('coop-plan.compiled'), damaged);
      },
    ]),
    ...['version', 'arch', 'platform'].map((name): [string, () => void] => [
      `was made by a Node of another ${name}`,
      () => {
        const own = process[name as 'version' | 'arch' | 'platform'];
        writeFileSync(place('coop-plan.compiled'), withHead(headOf(kept).replace(own, `${own}0`)));
      },
    ]),
    [
      'was made by another build of the same version',
      () => {
        const words = headOf(kept).split(' ');
        words[4] = `${Number(words[4]) + 1}`;
        writeFileSync(place('coop-plan.compiled'), withHead(words.join(' ')));
      },
    ],
    [
      'was made from another bundle of the same length',
      () =>
        writeFileSync(
          place('coop-plan.cjs'),
          source.replace(/[0-9a-f]/, digit => (digit === '0' ? '1' : '0')),
          'latin1',
        ),
    ],
  ];
  it.each(doubts)('is not given to V8 when it %s', (_, spoil) => {
    spoil();
    expect(refused()).toBe('undefined');
    expect(node('bin/coop-plan.js', '--version').trim()).toBe(VERSION);
  });
});
