/** `coop-plan report`, as a CI job and as the lead of the group run it. */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { join } from 'node:path';
import readWorkbook from 'read-excel-file/node';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sheetName } from '../../src/report/formats/xlsx/sheets.ts';
import { BIN, ROOT, Workdir } from './workdir.ts';

const GROUP = join(ROOT, 'fixtures/tri-oph');
const NEXT = `${GROUP}-2027-T1`;

let work: Workdir;
beforeEach(() => (work = new Workdir()));
afterEach(() => work.remove());

/** The earlier plan, made once. */
let past: Workdir;
let previous: string;
beforeAll(() => {
  past = new Workdir();
  expect(past.run(['align', GROUP, '-q', '-o', 'plan.json']).code).toBe(0);
  previous = join(past.path, 'plan.json');
}, 60_000);
afterAll(() => past.remove());

const bytesOf = (folder: string, name: string): Buffer => readFileSync(join(work.path, folder, name));
const filesIn = (folder: string): string[] => readdirSync(join(work.path, folder)).sort();
const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
/** Every file of a folder by its checksum. */
const printsOf = (path: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(path, { withFileTypes: true })
      .filter(entry => entry.isFile())
      .map(({ name }) => name)
      .toSorted()
      .map(name => [name, sha256(readFileSync(join(path, name)))]),
  );
const prints = (folder: string): Record<string, string> => printsOf(join(work.path, folder));
const report = (folder: string, ...more: readonly string[]): readonly string[] => [
  'report',
  NEXT,
  '--previous',
  previous,
  '--output-dir',
  folder,
  ...more,
];

interface Manifest {
  readonly asOf: string;
  readonly quarter: string;
  readonly files: readonly { readonly name: string; readonly bytes: number; readonly sha256: string }[];
}
const manifestOf = (folder: string): Manifest => JSON.parse(bytesOf(folder, 'manifest.json').toString());

const SET = (
  'alone.csv changes.json contract-changes.csv deadlines.csv decisions.csv manifest.json participations.csv plan-archipel.ics plan-brest.ics plan-nantes.ics ' +
  'plan.html plan.ics plan.json report.html report.md report.xlsx schedule.csv tender-changes.csv unplanned.csv'
).split(' ');

describe('the whole set', () => {
  it('is written into a folder that is made, and the manifest vouches for every file of it', () => {
    const { code, stdout, stderr } = work.run(report('a/b/report'));
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
    expect(filesIn('a/b/report')).toEqual(SET);
    for (const name of SET) expect(stderr).toContain(`Écrit : ${join('a/b/report', name)}`);
    const { files, asOf, quarter } = manifestOf('a/b/report');
    expect({ asOf, quarter }).toEqual({ asOf: '2027-02-22', quarter: '2027-Q2' });
    expect(files.map(({ name }) => name).sort()).toEqual(SET.filter(name => name !== 'manifest.json'));
    for (const { name, bytes, sha256: sum } of files) {
      const content = bytesOf('a/b/report', name);
      expect({ name, bytes: content.length, sum: sha256(content) }).toEqual({ name, bytes, sum });
    }
  });

  it('has nothing to compare without an earlier plan, and says so', () => {
    const { code } = work.run(['report', GROUP, '--output-dir', 'report']);
    expect(code).toBe(0);
    const compared = new Set(['changes.json', 'contract-changes.csv', 'tender-changes.csv']);
    expect(filesIn('report')).toEqual(SET.filter(name => !compared.has(name)));
    expect(work.read('report/report.md')).toContain('Premier rapport : sans plan précédent');
  });

  it('is of the quarter asked, or of the one after the day of the situation', () => {
    const titleOf = (...more: readonly string[]): string =>
      work.run(['report', GROUP, '-f', 'markdown', ...more]).stdout.split('\n')[0]!;
    expect(titleOf()).toContain('T1 2027');
    expect(titleOf('--as-of', '2027-02-22')).toContain('T2 2027');
    expect(titleOf('--as-of', '2026-12-31')).toContain('T1 2027');
    expect(titleOf('--as-of', '2027-01-01')).toContain('T2 2027');
    expect(titleOf('--quarter', '2027-Q3')).toContain('T3 2027');
    expect(titleOf('--quarter', '2027-T4')).toContain('T4 2027');
  });

  it('goes on from quarter to quarter: its plan is the next one’s earlier plan', () => {
    expect(work.run(['report', GROUP, '-q', '--output-dir', 'one']).code).toBe(0);
    const { code } = work.run(['report', NEXT, '-q', '--previous', 'one/plan.json', '--output-dir', 'two']);
    expect(code).toBe(0);
    // The second report without the set of the first gives the same changes.
    expect(work.run(report('again', '-q')).code).toBe(0);
    expect(bytesOf('two', 'changes.json')).toEqual(bytesOf('again', 'changes.json'));
    expect(work.run(['diff', 'one/plan.json', 'two/plan.json', '-f', 'json']).stdout).toBe(
      work.read('two/changes.json'),
    );
  });

  it('of the same day as its earlier plan has nothing that changed', () => {
    work.run(['report', GROUP, '-q', '--output-dir', 'one']);
    work.run(['report', GROUP, '-q', '--previous', 'one/plan.json', '--output-dir', 'two']);
    const changes = JSON.parse(work.read('two/changes.json'));
    expect(changes).toMatchObject({ contracts: [], files: [], layouts: [], membersIn: [], membersOut: [] });
    expect(new Set(changes.tenders.map(({ kind }: { kind: string }) => kind))).toEqual(new Set(['kept']));
    const { code, stderr } = work.run(
      ['report', GROUP, '-q', '--previous', 'one/plan.json', '--output-dir', 'three'].concat([
        '--fail-on',
        'plan-changed',
        '--fail-on',
        'layout-changed',
      ]),
    );
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  });
});

describe('the same bytes', () => {
  let first: Record<string, string>;
  const again = (env: Record<string, string> = {}, args = report('again', '-q', '--lang', 'fr')): void => {
    expect(work.run(args, { env })).toMatchObject({ code: 0, stderr: '' });
    expect(prints('again')).toEqual(first);
  };
  beforeAll(() => {
    const once = new Workdir();
    expect(once.run(report('first', '-q', '--lang', 'fr')).code).toBe(0);
    first = printsOf(join(once.path, 'first'));
    once.remove();
    expect(Object.keys(first)).toEqual(SET);
  }, 60_000);

  it('when it runs again', () => again());

  it.each(['Pacific/Auckland', 'America/Los_Angeles', 'UTC', 'Pacific/Kiritimati'])('in %s', TZ =>
    again({ TZ }),
  );

  it.each([
    { LANG: 'C' },
    { LANG: 'en_GB.UTF-8', LC_ALL: 'en_GB.UTF-8' },
    { LANG: 'de_DE.UTF-8', LC_NUMERIC: 'de_DE.UTF-8' },
    { LC_ALL: 'tr_TR.UTF-8' },
  ] as Record<string, string>[])('under %o', env => again(env));

  it('without a network', () => again({ NODE_OPTIONS: `--require ${join(ROOT, 'test/cli/offline.cjs')}` }));

  it('whatever the order and the place of the files', () => {
    const files = readdirSync(NEXT)
      .filter(name => /\.(csv|xlsx)$/.test(name))
      .toReversed();
    cpSync(NEXT, join(work.path, 'elsewhere/exports'), { recursive: true });
    const paths = files.filter(name => name !== 'decisions.csv').map(name => join('elsewhere/exports', name));
    const config = join('elsewhere/exports/coop-plan.yaml');
    again({}, ['report', ...paths, '--config', config, ...report('again', '-q', '--lang', 'fr').slice(2)]);
  });

  it('over an older report, nothing of which remains', () => {
    work.run(['report', GROUP, '-q', '--output-dir', 'again']);
    again();
  });
});

describe('a language', () => {
  it('is that of the locale when none is asked', () => {
    work.run(report('english', '-q'), { env: { LANG: 'en_GB.UTF-8' } });
    const text = work.read('english/report.md');
    expect(text).toMatch(/^# .*Q2 2027/);
    expect(text).not.toMatch(/Ce qui a changé|Échéances|À lancer/);
    expect(work.read('english/report.html')).toContain('<html lang="en">');
    expect(work.read('english/decisions.csv')).toContain('decision');
    work.run(report('asked', '-q', '--lang', 'en'));
    expect(prints('asked')).toEqual(prints('english'));
  });
});

describe('the order of the rows', () => {
  it('is nothing but that: the same contracts, tenders and changes', () => {
    cpSync(NEXT, join(work.path, 'shuffled'), { recursive: true });
    for (const name of readdirSync(NEXT).filter(file => file.endsWith('.csv') && file !== 'decisions.csv')) {
      const lines = readFileSync(join(NEXT, name), 'latin1').split('\r\n');
      // Titles, headings and totals stay; contracts are those lines that name one.
      const isContract = (line: string): boolean => /^"?(AR-|BMH|NMH)/.test(line);
      const contracts = lines.filter(isContract).toReversed();
      const mixed = lines.map(line => (isContract(line) ? contracts.shift()! : line)).join('\r\n');
      work.write(join('shuffled', name), Buffer.from(mixed, 'latin1'));
    }
    expect(work.run(report('first', '-q')).code).toBe(0);
    const args = ['report', 'shuffled', '-q', '--previous', previous, '--output-dir', 'again'];
    expect(work.run(args).code).toBe(0);
    expect(bytesOf('again', 'plan.json')).not.toEqual(bytesOf('first', 'plan.json'));
    // Rows are cited: all else is the same.
    for (const name of [
      'schedule.csv',
      'tender-changes.csv',
      'contract-changes.csv',
      'changes.json',
      'decisions.csv',
      'unplanned.csv',
    ]) {
      expect(work.read(`again/${name}`), name).toBe(work.read(`first/${name}`));
    }
  });
});

describe('--dry-run', () => {
  it('writes nothing, and says what would be', () => {
    const { code, stdout, stderr } = work.run(report('report', '--dry-run', '-o', 'seul.md'));
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
    for (const path of ['seul.md', ...SET.map(name => join('report', name))]) expect(stderr).toContain(path);
    expect(stderr).not.toContain('Écrit :');
    expect(readdirSync(work.path)).toEqual([]);
    expect(work.run(report('report', '--dry-run', '--quiet'))).toEqual({ code: 0, stdout: '', stderr: '' });
  });

  it('is judged as if it were written', () => {
    const { code } = work.run(report('report', '--dry-run', '-q', '--fail-on', 'plan-changed'));
    expect(code).toBe(3);
    expect(readdirSync(work.path)).toEqual([]);
  });
});

describe('--fail-on', () => {
  const ALL = [
    'missed-deadline',
    'deadline-within=30d',
    'unplanned-expiry',
    'plan-changed',
    'layout-changed',
  ];

  it('gives a line for each condition that is met, in the order asked; everything is still written', () => {
    const { code, stdout, stderr } = work.run(
      report('report', '-q', ...ALL.flatMap(name => ['--fail-on', name])),
    );
    expect({ code, stdout }).toEqual({ code: 3, stdout: '' });
    const lines = stderr.trimEnd().split('\n');
    expect(lines.map(line => line.split(' : ')[0])).toEqual(
      ALL.filter(name => lines.some(line => line.startsWith(name))),
    );
    expect(lines.length).toBeGreaterThanOrEqual(3);
    expect(filesIn('report')).toEqual(SET);
  });

  it('several of them after one option, and several times the same', () => {
    const { code, stderr } = work.run(
      report('report', '-q', '--fail-on', 'plan-changed', '--fail-on', 'plan-changed'),
    );
    expect(code).toBe(3);
    expect(stderr.trimEnd().split('\n')).toHaveLength(2);
  });

  it('says that nothing could change without an earlier plan, and does not fail for that', () => {
    const { code, stderr } = work.run([
      'report',
      GROUP,
      '--output-dir',
      'report',
      '--fail-on',
      'plan-changed',
    ]);
    expect(code).toBe(0);
    expect(stderr).toContain('plan-changed');
    expect(stderr).toContain('--previous');
  });

  it('outweighs errors in the data', () => {
    cpSync(NEXT, join(work.path, 'exports'), { recursive: true });
    work.write('exports/vide.csv', '');
    const args = ['report', 'exports', '--previous', previous, '--output-dir', 'report', '-q'];
    expect(work.run(args).code).toBe(1);
    const { code, stderr } = work.run([
      ...args,
      '--fail-on',
      'data-errors',
      '--fail-on',
      'deadline-within=0d',
    ]);
    expect(code).toBe(3);
    expect(stderr).toMatch(/^data-errors : 1 erreur dans les données.*vide\.csv/);
    expect(existsSync(join(work.path, 'report/manifest.json'))).toBe(true);
  });
});

describe('what cannot be: one line, exit 2, nothing written', () => {
  const refused = (
    args: readonly string[],
    message: string,
    options: { env?: Record<string, string> } = {},
  ): void => {
    const before = readdirSync(work.path);
    const { code, stdout, stderr } = work.run(args, options);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(message);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    expect(stderr).not.toMatch(/\n\s+at |node:internal|Error:/);
    expect(readdirSync(work.path)).toEqual(before);
  };

  it.each([
    ['an unknown condition', ['--fail-on', 'tout'], 'missed-deadline, deadline-within=30d'],
    ['a condition without its days', ['--fail-on', 'deadline-within'], 'deadline-within=30d'],
    ['days that are none', ['--fail-on', 'deadline-within=soon'], 'deadline-within=soon'],
    ['a quarter that does not exist', ['--quarter', '2027-Q5'], '2027-Q5'],
    ['a quarter of another form', ['--quarter', 'T1'], 'T1'],
    ['an earlier plan that is not there', ['--previous', 'absent.json'], 'absent.json'],
    ['an earlier plan that is a register', ['--previous', join(GROUP, 'README.md')], 'README.md'],
  ])('%s', (_, options, message) =>
    refused(['report', GROUP, '--output-dir', 'report', ...options], message),
  );

  it('a folder that is a file', () => {
    work.write('report', 'x');
    refused(report('report'), 'report');
    expect(work.read('report')).toBe('x');
    refused(report('report/deeper'), 'report');
  });

  it('a register too long for the whole set, which one form can still show', () => {
    const lines = Array.from({ length: 100_001 }, (_, n) => `M-${n};Ascenseurs;31/12/2030;1000`);
    work.write('long.csv', ['N° marché;Objet;Date de fin;Montant annuel HT', ...lines].join('\n'));
    refused(['report', 'long.csv', '--output-dir', 'report', '--quiet'], '100001 marchés');
    expect(work.run(['report', 'long.csv', '--view', 'launches', '--quiet']).code).toBe(0);
  });

  it('the folder of the exports, whose register of decisions is read', () => {
    cpSync(NEXT, join(work.path, 'exports'), { recursive: true });
    work.write('exports/decisions.csv', 'décision;catégorie;poids\npondère;ELEC;2\n');
    const before = prints('exports');
    refused(['report', 'exports', '--output-dir', 'exports'], 'exports/decisions.csv');
    refused(['report', 'exports', '--output-dir', './exports/'], 'decisions.csv');
    expect(prints('exports')).toEqual(before);
  });

  it.skipIf(process.platform === 'win32')('a folder that cannot be written in', () => {
    mkdirSync(join(work.path, 'locked'));
    chmodSync(join(work.path, 'locked'), 0o555);
    chmodSync(work.path, 0o755);
    // For root, nothing is locked: another user runs it.
    const isRoot = process.getuid?.() === 0;
    const { status, stdout, stderr } = spawnSync(process.execPath, [BIN, ...report('locked')], {
      cwd: work.path,
      encoding: 'utf8',
      env: { LANG: 'fr_FR.UTF-8' },
      ...(isRoot && { uid: 65_534 }),
    });
    if (isRoot && /EACCES|Cannot find module/.test(stderr) && !stderr.includes('locked')) return;
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    expect(stderr).toContain('locked');
    expect(filesIn('locked')).toEqual([]);
  });

  it('a name of the set that is a folder', () => {
    mkdirSync(join(work.path, 'report/plan.json'), { recursive: true });
    refused(report('report'), 'plan.json');
    expect(filesIn('report')).toEqual(['plan.json']);
  });
});

describe('killed in the middle', () => {
  /** Runs it, and kills it after a while; told whether it had ended by itself. */
  const killedAfter = (args: readonly string[], milliseconds: number): Promise<boolean> =>
    new Promise(resolve => {
      const child = spawn(process.execPath, [BIN, ...args], {
        cwd: work.path,
        stdio: 'ignore',
        env: { PATH: process.env['PATH'], LANG: 'fr_FR.UTF-8' },
      });
      const timer = setTimeout(() => child.kill('SIGKILL'), milliseconds);
      child.on('exit', code => {
        clearTimeout(timer);
        resolve(code !== null);
      });
    });
  /** Kills it as soon as a name appears in the folder: in the midst of the writing. */
  const killedAt = (
    args: readonly string[],
    folder: string,
    isTime: (names: readonly string[]) => boolean,
  ): Promise<boolean> =>
    new Promise(resolve => {
      const child = spawn(process.execPath, [BIN, ...args], {
        cwd: work.path,
        stdio: 'ignore',
        env: { PATH: process.env['PATH'], LANG: 'fr_FR.UTF-8' },
      });
      const watch = setInterval(() => {
        const path = join(work.path, folder);
        if (existsSync(path) && isTime(readdirSync(path))) child.kill('SIGKILL');
      }, 0);
      child.on('exit', code => {
        clearInterval(watch);
        resolve(code !== null);
      });
    });

  it('leaves every file as it was or as it was to be; the next run sweeps up', async () => {
    work.run(['report', GROUP, '-q', '--lang', 'fr', '--output-dir', 'report']);
    work.run(report('whole', '-q'));
    const [older, newer] = [prints('report'), prints('whole')];
    const check = (): void => {
      for (const name of filesIn('report').filter(item => !item.startsWith('.'))) {
        expect([older[name], newer[name]], name).toContain(sha256(bytesOf('report', name)));
      }
      // A manifest that matches all its files is that of one report, and whole.
      const { files } = manifestOf('report');
      const isWhole = files.every(({ name, sha256: sum }) => sum === sha256(bytesOf('report', name)));
      const stored = sha256(bytesOf('report', 'manifest.json'));
      if (isWhole && stored === newer['manifest.json']) expect(prints('report')).toEqual(newer);
    };
    for (let i = 0; i < 6; i += 1) {
      await killedAfter(report('report', '-q'), 300 + 350 * i);
      check();
      await killedAt(report('report', '-q'), 'report', names =>
        names.some(name => name.startsWith('.coop-plan-')),
      );
      check();
    }
    work.write('report/.coop-plan-0a1b2c3d.tmp/plan.json', '{"half');
    work.write('report/.coop-plan-notes', 'mine');
    expect(work.run(report('report', '-q')).code).toBe(0);
    const { '.coop-plan-notes': mine, ...rest } = prints('report');
    expect(filesIn('report').filter(name => name.endsWith('.tmp'))).toEqual([]);
    expect(mine).toBeDefined();
    expect(rest).toEqual(newer);
  }, 180_000);
});

describe('the register of decisions, from one report to the next', () => {
  const python = spawnSync('python3', ['--version']).status === 0;
  const READ = `import csv, json, sys
with open(sys.argv[1], encoding='utf-8-sig', newline='') as f:
    print(json.dumps(list(csv.reader(f, delimiter=';'))))`;
  const rowsOf = (path: string): string[][] =>
    JSON.parse(spawnSync('python3', ['-c', READ, join(work.path, path)], { encoding: 'utf8' }).stdout);
  /** The register with some cells filled in, as a spreadsheet saves it. */
  const filled = (
    path: string,
    change: (cells: Record<string, string>, i: number) => Record<string, string>,
  ): string => {
    const [headings, ...rows] = rowsOf(path) as [string[], ...string[][]];
    const quoted = (cell: string): string => (/[;"\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
    const lines = rows.map((row, i) => {
      const cells = change(Object.fromEntries(headings.map((heading, k) => [heading, row[k]!])), i);
      return headings.map(heading => cells[heading]!);
    });
    return `\uFEFF${[headings, ...lines].map(cells => cells.map(quoted).join(';')).join('\r\n')}\r\n`;
  };
  beforeEach(() => cpSync(GROUP, join(work.path, 'exports'), { recursive: true }));
  const next = (folder: string, ...more: readonly string[]) =>
    work.run(['report', 'exports', '-q', '--output-dir', folder, ...more]);
  const keep = (folder: string): void => {
    rmSync(join(work.path, 'exports/decisions.csv'), { force: true });
    renameSync(join(work.path, folder, 'decisions.csv'), join(work.path, 'exports/decisions.csv'));
  };

  it.skipIf(!python)('opens in a spreadsheet: as many cells in each line, semicolons, CRLF', () => {
    next('one');
    const text = work.read('one/decisions.csv');
    expect(text.startsWith('\uFEFFdécision;membre;')).toBe(true);
    expect(text.endsWith('\r\n')).toBe(true);
    const rows = rowsOf('one/decisions.csv');
    expect(new Set(rows.map(row => row.length))).toEqual(new Set([15]));
    const { tenders } = JSON.parse(work.read('one/plan.json')) as { tenders: { id: string }[] };
    expect(rows.slice(1).map(row => row[5])).toEqual(tenders.map(({ id }) => id));
    expect(rows.slice(1).every(row => row[0] === '')).toBe(true);
  });

  it('is the same when nobody has decided anything', () => {
    next('one');
    const text = work.read('one/decisions.csv');
    keep('one');
    const { stderr } = next('two', '--fail-on', 'data-errors');
    expect(stderr).toBe('');
    expect(work.read('two/decisions.csv')).toBe(text);
    expect(work.read('two/report.md')).toBe(work.read('one/report.md'));
  });

  it.skipIf(!python)('is followed: what is accepted, refused, noted', () => {
    next('one');
    const before = JSON.parse(work.read('one/plan.json')) as {
      tenders: { id: string; start: string; category: string }[];
    };
    const [kept, dropped] = [before.tenders.at(-1)!, before.tenders[0]!];
    const noted = before.tenders[1]!;
    const text = filled('one/decisions.csv', cells => {
      const made = { date: '02/12/2026', auteur: 'référents achats', motif: 'dit « oui »;\n"d\'accord"' };
      if (cells['groupement'] === kept.id) return { ...cells, ...made, décision: 'accepte' };
      if (cells['groupement'] === dropped.id) return { ...cells, ...made, décision: 'refuse', motif: '=1+1' };
      return cells['groupement'] === noted.id ? { ...cells, motif: '- à revoir' } : cells;
    });
    work.write('exports/decisions.csv', text);
    const { code, stderr } = next('two', '--previous', 'one/plan.json');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const after = JSON.parse(work.read('two/plan.json')) as typeof before & {
      tenders: { frozen?: string }[];
    };
    expect(after.tenders.find(({ id }) => id === kept.id)).toMatchObject({ frozen: 'ACCEPTED' });
    expect(
      after.tenders.some(({ category, start }) => category === dropped.category && start === dropped.start),
    ).toBe(false);
    // The first two lines are the group's own, to the letter; accepted and refused are proposed no more.
    const rows = rowsOf('two/decisions.csv');
    const decided = rows.slice(1).filter(row => row[0] !== '');
    expect(decided.map(row => [row[0], row[5], ...row.slice(8, 11)]).sort()).toEqual([
      ['accepte', kept.id, '02/12/2026', 'référents achats', 'dit « oui »;\n"d\'accord"'],
      ['refuse', dropped.id, '02/12/2026', 'référents achats', "'=1+1"],
    ]);
    const open = rows.slice(1).filter(row => row[0] === '');
    expect(open.map(row => row[5])).not.toContain(kept.id);
    expect(open.find(row => row[5] === noted.id)?.[10]).toBe("'- à revoir");
    const changes = JSON.parse(work.read('two/changes.json')) as {
      tenders: { tender: string; was?: string; why: { code: string }[] }[];
    };
    const change = changes.tenders.find(({ tender, was = tender }) => was === dropped.id)!;
    expect(change.why[0]).toMatchObject({ code: 'DECIDED' });
    // `align` follows it too, and a third report leaves it as it is.
    const aligned = JSON.parse(
      work.run(['align', 'exports', '--previous', 'one/plan.json', '-f', 'json']).stdout,
    );
    expect(aligned.tenders).toEqual(after.tenders);
    keep('two');
    next('three', '--previous', 'two/plan.json');
    expect(rowsOf('three/decisions.csv').filter(row => row[0] !== '')).toEqual(
      rows.filter(row => row[0] !== ''),
    );
  });

  it.skipIf(!python)('keeps the group’s own columns and its other files, and does not grow', () => {
    work.write(
      'exports/decisions.csv',
      'Type de décision;Membre;Famille;Avis du bureau;Motif\nse retire;Brest;ASC;"favorable\nà l’unanimité";non\n',
    );
    work.write('exports/arbitrages 2026.csv', 'décision;catégorie;poids\npondère;ELEC;2\n');
    const { stderr } = next('one');
    next('one');
    const text = work.read('one/decisions.csv');
    const [headings, ...rows] = rowsOf('one/decisions.csv') as [string[], ...string[][]];
    expect(headings).toContain('Avis du bureau');
    expect(rows.filter(row => row[0] !== '').map(row => row.filter(Boolean))).toEqual([
      ['pondère', 'ELEC', '2'],
      ['se retire', 'Brest', 'ASC', 'non', 'favorable\nà l’unanimité'],
    ]);
    expect(stderr).toBe('');
    keep('one');
    next('two');
    expect(work.read('two/decisions.csv')).toBe(text);
  });

  it('says which line of it cannot be read, and keeps that line', () => {
    work.write('exports/decisions.csv', 'décision;groupement;motif\nacepte;ASC-2028-01-01-0a1b2c3d;vite\n');
    const { code } = next('one');
    expect(code).toBe(1);
    const text = work.read('one/report.md');
    expect(text.indexOf('acepte')).toBeLessThan(text.indexOf('## À lancer'));
    expect(text).toContain('decisions.csv, ligne 2');
    expect(work.read('one/decisions.csv')).toContain('acepte;;;;;ASC-2028-01-01-0a1b2c3d;;;;;vite');
  });
});

describe('the workbook', () => {
  it.each(['fr', 'en'])('has a sheet a part, read by another program, in %s', async lang => {
    work.run(report('report', '-q', '--lang', lang));
    const sheets = await readWorkbook(bytesOf('report', 'report.xlsx'), { trim: false });
    const names = sheets.map(({ sheet }) => sheet);
    expect(names.filter(name => /\s\s|[,:]$/.test(name))).toEqual([]);
    expect(new Set(names.map(name => name.toLowerCase())).size).toBe(names.length);
    expect(names.filter(name => name.length > 31 || /[[\]:*?/\\]/.test(name))).toEqual([]);
    const sheetOf = (title: string) => sheets.find(({ sheet }) => sheet === sheetName(title))!;
    // As many rows as the page has, part by part.
    const parts = work.read('report/report.md').split('\n## ').slice(1);
    for (const part of parts) {
      const title = part.split('\n')[0]!;
      const rows = part.split('\n').filter(line => line.startsWith('|')).length - 2;
      if (rows > 0) expect(sheetOf(title).data.length - 1, title).toBe(rows);
    }
  });
});
