/**
 * Classification of 100 000 rows whose titles repeat, as registers' do, then of rows that never repeat.
 * Bar: at most 5 µs a row with repeated titles. Usage: npm run bench -- classify [rows] [runs]
 */
import { categoryEntries } from '../src/data/categories.ts';
import { type Reading, classifier } from '../src/intake/classify/classify.ts';

const ROWS = Number(process.argv[2] ?? 100_000);
const RUNS = Number(process.argv[3] ?? 5);
/** Distinct titles among the rows of a register of that size. */
const DISTINCT = 2_000;
const SETTINGS = { families: {}, synonyms: {}, contracts: {} };

const NAMES = categoryEntries()
  .flatMap(({ words }) => words.names)
  .filter(name => !name.includes('+'));

function readingOf(n: number): Reading {
  const need = NAMES[n % NAMES.length]!;
  const title = `Accord-cadre : ${need} sur le patrimoine - secteur ${n} (lot n°${n % 7})`;
  return { title, cpv: n % 3 === 0 ? '50700000-2' : '45000000', months: 48, reference: `M${n}` };
}

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1]!;

/** Microseconds a row, the classifier's own making included. */
function microseconds(readings: readonly Reading[]): number {
  const begin = process.hrtime.bigint();
  const classify = classifier(SETTINGS);
  let sure = 0;
  for (const reading of readings) if (classify(reading).confidence === 'high') sure += 1;
  if (sure === 0) throw new Error('nothing was classified');
  return Number(process.hrtime.bigint() - begin) / 1e3 / readings.length;
}

function measure(label: string, rows: number, distinct: number): void {
  const readings = Array.from({ length: rows }, (_, n) => readingOf(n % distinct));
  const times = Array.from({ length: RUNS }, () => microseconds(readings));
  const spread = `${Math.min(...times).toFixed(2)}–${Math.max(...times).toFixed(2)}`;
  process.stdout.write(`${label}: ${median(times).toFixed(2)} µs a row (${spread}, ${RUNS} runs)\n`);
}

measure(`${ROWS} rows, ${DISTINCT} distinct titles`, ROWS, DISTINCT);
measure(`${ROWS / 10} rows, all distinct`, ROWS / 10, ROWS / 10);
