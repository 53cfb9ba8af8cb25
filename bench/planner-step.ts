/**
 * The planning step alone, on a folder of registers: the first plan of a process (what a command waits for) and the
 * median of later ones. Times are those of the main thread on the processor where the system tells them (Linux), so that
 * other work on the machine counts less; elapsed times elsewhere. Usage: npm run bench -- planner-step [folder] [runs]
 */
import { existsSync, readFileSync } from 'node:fs';
import { planTenders } from '../src/align/align.ts';
import { read } from '../src/commands/shared.ts';
import { day } from '../src/domain/day.ts';
import { fr } from '../src/i18n/fr/index.ts';

const [folder = 'fixtures/l4h', runs = '40'] = process.argv.slice(2);
const silent = { texts: fr, width: 80, colour: false, terminal: false, write: () => {}, tell: () => {} };
const { register, settings } = await read([folder], {}, { ...silent, today: () => day('2026-11-22') });

const SCHEDULER = '/proc/self/schedstat';
const milliseconds = (): number =>
  existsSync(SCHEDULER) ? Number(readFileSync(SCHEDULER, 'latin1').split(' ')[0]) / 1e6 : performance.now();

const times: number[] = [];
for (let run = 0; run <= Number(runs); run += 1) {
  const begin = milliseconds();
  planTenders(register, settings);
  times.push(milliseconds() - begin);
}
const [first, ...later] = times;
const median = later.toSorted((a, b) => a - b)[later.length >> 1] ?? NaN;
process.stdout.write(
  `${folder}: ${register.contracts.length} contracts, first plan ${first!.toFixed(0)} ms, ` +
    `median of ${runs} later ones ${median.toFixed(1)} ms\n`,
);
