/** The same registers with what real exports have: title lines, a total, a copy, bad cells, and good cells that mislead. */
import { type Layout, dayIn, eurosIn, isContract } from './layouts.ts';

/** A cell compared: what the register means, or nothing when the cell is bad. */
export interface Judged {
  /** The contract's number, and how many records above have the same. */
  readonly reference: string;
  readonly nth: number;
  /** Place of the record in the file, from 0, and of the column. */
  readonly record: number;
  readonly column: number;
  readonly field: 'title' | 'start' | 'amount';
  readonly raw: string;
  readonly truth: string | number | undefined;
}

/** A record that is no contract, or one too many. */
interface Extra {
  readonly reference: string;
  readonly nth: number;
  readonly record: number;
}

export interface Case {
  readonly layout: Layout;
  readonly cells: readonly Judged[];
  /** Total lines and copies. */
  readonly extras: readonly Extra[];
}

/** Cells that mean nothing: impossible day, no day, two amounts, filler, negative. */
const BAD: readonly (readonly ['start' | 'amount', string])[] = [
  ['start', '31/02/2025'],
  ['start', 'à la livraison'],
  ['amount', '12 à 15 k€'],
  ['amount', '999999999'],
  ['amount', '-500'],
];
/** Cells that are right, and easily misread. */
const MISLEADING: readonly (readonly ['start' | 'amount', string])[] = [
  ['start', '01/04/2023'],
  ['amount', '2200,00'],
  ['amount', '2 350,00 €'],
];

/** A register as it is. */
export function asItIs(layout: Layout): Case {
  return caseOf(layout, new Set(), []);
}

/** A register with everything planted, in records far from one another. */
export function planted(layout: Layout): Case {
  const contracts = layout.records.flatMap((_, place) => (isContract(layout, place) ? [place] : []));
  const records = layout.records.map(cells => [...cells]);
  const bad = new Set<string>();
  [...BAD, ...MISLEADING].forEach(([field, text], i) => {
    // A register of ISO dates or Excel days has no « 01/04/2023 », but a hand may type one.
    const record = contracts[(i + 1) * 2]!;
    records[record]![layout[field]] = text;
    if (i < BAD.length) bad.add(`${record} ${field}`);
  });
  const total = contracts.reduce((sum, place) => sum + eurosIn(layout.records[place]![layout.amount]!), 0);
  const totalLine = records[layout.header]!.map(() => '');
  [totalLine[0], totalLine[layout.amount]] = ['TOTAL', total.toFixed(2).replace('.', ',')];
  const titles = layout.header >= 2 ? [] : [['Registre des marchés'], ['Édité le 16/11/2026']];
  const copy = [...records[contracts[1]!]!];
  const whole = [...titles, ...records, copy, totalLine];
  const shift = titles.length;
  const shifted = new Set([...bad].map(key => key.replace(/^\d+/, place => String(Number(place) + shift))));
  return caseOf({ ...layout, records: whole, header: layout.header + shift }, shifted, [
    whole.length - 2,
    whole.length - 1,
  ]);
}

function caseOf(layout: Layout, bad: ReadonlySet<string>, extraRecords: readonly number[]): Case {
  const seen = new Map<string, number>();
  const cells: Judged[] = [];
  const extras: Extra[] = [];
  layout.records.forEach((record, place) => {
    const reference = record[layout.reference] ?? '';
    const nth = seen.get(reference) ?? 0;
    seen.set(reference, nth + 1);
    if (extraRecords.includes(place)) {
      extras.push({ reference: reference || 'TOTAL', nth, record: place });
      return;
    }
    if (!isContract(layout, place) && !isBad(place)) return;
    const judge = (field: Judged['field'], truth: (raw: string) => Judged['truth']): void => {
      const raw = record[layout[field]] ?? '';
      if (!raw.trim()) return;
      const value = bad.has(`${place} ${field}`) ? undefined : truth(raw);
      cells.push({ reference, nth, record: place, column: layout[field], field, raw, truth: value });
    };
    judge('title', raw => raw.trim());
    judge('start', raw => dayIn(raw, layout.dates));
    judge('amount', eurosIn);
  });
  return { layout, cells, extras };

  function isBad(place: number): boolean {
    return bad.has(`${place} start`) || bad.has(`${place} amount`);
  }
}
