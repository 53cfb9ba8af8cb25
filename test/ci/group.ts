/** A group's own repository, with exports and a stand-in for the tool, in which the recipes are run. */
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { ROOT } from '../cli/workdir.ts';

export const RECIPES = join(ROOT, 'docs/ci');

/** What `coop-plan report` must look like to a recipe: what it is given, what it writes, how it ends. */
const STAND_IN = `
const { appendFileSync, mkdirSync, writeFileSync } = require('node:fs');
const args = process.argv.slice(2);
const folder = args[args.indexOf('--output-dir') + 1];
const { REPORT_CODE = '0', REPORT_SAYS = '' } = process.env;
appendFileSync('calls.txt', args.join(' ') + '\\n');
if (REPORT_CODE !== '2') {
  mkdirSync(folder, { recursive: true });
  for (const name of ['report.md', 'plan.json', 'decisions.csv']) writeFileSync(folder + '/' + name, name + ' of ' + folder);
}
process.stderr.write(REPORT_SAYS);
process.exit(Number(REPORT_CODE));
`;

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export class Group {
  readonly base = mkdtempSync(join(tmpdir(), 'coop-plan-ci-'));
  /** The folder that holds exports/, coop-plan/ and rapports/. */
  readonly path = join(this.base, 'groupement');
  /** Commands put before those of the machine. */
  private readonly bin = join(this.base, 'bin');

  /** With the tool itself, or (by default) with its stand-in. */
  constructor(tool: 'stand-in' | 'real' = 'stand-in') {
    mkdirSync(this.path);
    mkdirSync(this.bin);
    this.useFixture('l4h');
    if (tool === 'real') {
      symlinkSync(ROOT, join(this.path, 'coop-plan'));
    } else {
      cpSync(RECIPES, join(this.path, 'coop-plan/docs/ci'), { recursive: true });
      this.write('coop-plan/bin/coop-plan.js', STAND_IN);
    }
  }

  /** Puts a fixture's exports in place of those that are there. */
  useFixture(name: string): void {
    const exports = join(this.path, 'exports');
    rmSync(exports, { recursive: true, force: true });
    cpSync(join(ROOT, 'fixtures', name), exports, { recursive: true });
  }

  write(name: string, text: string): void {
    const path = join(this.path, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }

  read(name: string): string {
    return readFileSync(join(this.path, name), 'utf8');
  }

  has(name: string): boolean {
    return existsSync(join(this.path, name));
  }

  /** What the stand-in was asked, a line a run. */
  calls(): readonly string[] {
    return this.has('calls.txt') ? this.read('calls.txt').trimEnd().split('\n') : [];
  }

  /** Replaces a command of the machine by a shell script. */
  replace(command: string, script: string): void {
    writeFileSync(join(this.bin, command), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  }

  /** Runs a command here, with nothing of the tests' own environment but the path of its programs. */
  run(command: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): Ended {
    const { status, stdout, stderr } = spawnSync(command, args, {
      cwd: this.path,
      encoding: 'utf8',
      env: {
        PATH: [this.bin, dirname(process.execPath), process.env['PATH']].join(delimiter),
        HOME: this.base,
        LANG: 'fr_FR.UTF-8',
        ...env,
      },
    });
    return { code: status, stdout, stderr };
  }

  remove(): void {
    rmSync(this.base, { recursive: true, force: true });
  }
}
