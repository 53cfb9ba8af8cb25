/** A line of a landlord, and the orders that compare such lines. */
import type { MemberId } from '../domain/contract.ts';
import { compareText } from '../domain/text.ts';
import type { Line } from './lines/line.ts';

/** A line whose landlord is known. */
export interface OwnedLine extends Line {
  readonly owner: MemberId;
}

/** Everything that a line says, for an order that no shuffling changes. */
export function contentOf(line: OwnedLine): string {
  const { at: _, table: __, ...said } = line;
  return JSON.stringify(said, Object.keys(said).sort().concat(NESTED));
}
const NESTED = [
  'start', 'firmEnd', 'firmMonths', 'renewal', 'renewals', 'renewalsLeft', 'renewalMonths', 'notice', 'months', 'days', 'openEnded',
  'statedCurrentEnd', 'statedLatestEnd', 'statedRunning', 'stated', 'annual', 'period', 'vat', 'derivation', 'mark', 'of',
]; // prettier-ignore

/** Order of lines in the sources. */
export function byPlace(a: Line, b: Line): number {
  return (
    compareText(a.at.file, b.at.file) ||
    compareText(a.at.sheet ?? '', b.at.sheet ?? '') ||
    a.at.row - b.at.row
  );
}
