/**
 * The planning step alone, on a folder of registers: the first plan of a process (what a command waits for) and the
 * median of later ones, in processor time. Usage: npm run bench -- planner-step [folder] [runs]
 */
import { planTenders } from '../src/align/align.ts';
import { read } from '../src/commands/shared.ts';
import { day } from '../src/domain/day.ts';
import { fr } from '../src/i18n/fr/index.ts';

const [folder = 'fixtures/l4h', runs = '40'] = process.argv.slice(2);
const silent = { texts: fr, width: 80, colour: false, terminal: false, write: () => {}, tell: () => {} };
const { register, settings } = await read([folder], {}, { ...silent, today: () => day('2026-11-22') });

const times: number[] = [];
for (let run = 0; run <= Number(runs); run += 1) {
  const begin = process.cpuUsage();
  planTenders(register, settings);
  const { user, system } = process.cpuUsage(begin);
  times.push((user + system) / 1000);
}
const [first, ...later] = times;
const median = later.toSorted((a, b) => a - b)[later.length >> 1] ?? NaN;
process.stdout.write(
  `${folder}: ${register.contracts.length} contracts, processor time of the first plan ${first!.toFixed(0)} ms, ` +
    `median of ${runs} later ones ${median.toFixed(1)} ms\n`,
);
