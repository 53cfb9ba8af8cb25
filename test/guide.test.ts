/** The guide's commands run as they are written, on a copy of the demonstration, and its pictures are there. */
import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT, Workdir } from './cli/workdir.ts';

const GUIDE = readFileSync(join(ROOT, 'docs/guide.fr.md'), 'utf8');
const DEMONSTRATION = join(ROOT, 'fixtures/l4h');

const blocks = (language: string): string[] =>
  [...GUIDE.matchAll(/^```(\w+)\n([\s\S]*?)^```/gm)].flatMap(([, name, text]) =>
    name === language ? [text!] : [],
  );

/** Each command once, in order, as Windows users type it. */
const commands = [
  ...new Set(
    blocks('powershell')
      .flatMap(block => block.trimEnd().split('\n'))
      .filter(line => line.startsWith('npx coop-plan ')),
  ),
];

/** The guide's words, with the slashes of this machine. */
const wordsOf = (command: string): string[] => command.replaceAll('\\', '/').split(' ').slice(2);

describe('the guide', () => {
  let work: Workdir;
  beforeAll(() => {
    work = new Workdir();
    for (const folder of ['exports', 'reunion']) mkdirSync(join(work.path, folder));
    for (const name of readdirSync(DEMONSTRATION).filter(file => file.endsWith('.csv'))) {
      copyFileSync(join(DEMONSTRATION, name), join(work.path, 'exports', name));
    }
  });
  afterAll(() => work.remove());

  it('shows a dozen commands', () => expect(commands.length).toBeGreaterThan(11));

  it.each(commands)('%s', command => {
    // As the guide says: from the fifth part on, the demonstration's own configuration.
    if (command === 'npx coop-plan align exports') {
      copyFileSync(join(DEMONSTRATION, 'coop-plan.yaml'), join(work.path, 'exports/coop-plan.yaml'));
    }
    const { code, stderr } = work.run(wordsOf(command));
    expect({ code, stderr }).toMatchObject({ code: 0, stderr: expect.not.stringContaining('Attention') });
  });

  it('gives decisions that are all followed', () => {
    const decisions = blocks('text').find(text => text.startsWith('décision;'));
    work.write('exports/decisions.csv', decisions!);
    const { code, stdout } = work.run([
      'align',
      'exports',
      '--strict',
      '--view',
      'assumptions',
      '--format',
      'csv',
    ]);
    // The registers of the demonstration have warnings, and the decisions no error.
    expect(code).toBe(1);
    expect(stdout.match(/RULING:/g)).toHaveLength(decisions!.trimEnd().split('\n').length - 1);
    expect(work.run(['align', 'exports', '-o', 'plan.json']).code).toBe(0);
    expect(JSON.parse(work.read('plan.json'))).toHaveProperty('planDiagnostics', []);
  });

  it('has its pictures, none heavier than 200 KB', () => {
    const pictures = [...GUIDE.matchAll(/\]\((pictures\/[^)]+)\)/g)].map(([, path]) =>
      join(ROOT, 'docs', path!),
    );
    expect(pictures.length).toBeGreaterThan(3);
    for (const picture of pictures) {
      expect(existsSync(picture)).toBe(true);
      expect(statSync(picture).size).toBeLessThan(200_000);
    }
  });
});
