/** The days that a state names: ended early, notice given, prolonged until. */
import type { Day } from '../../domain/day.ts';
import { memoize } from '../cells/memo.ts';
import { readStatus } from '../cells/status.ts';
import type { DraftFacts } from './draftFacts.ts';
import type { Readers } from './readers.ts';

const statusOf = memoize(readStatus);

/** « En cours », « Résilié au 30/06/2026 », « Prolongé jusqu'au 31/03/2027 ». */
export function readStatusOf(facts: DraftFacts, cells: readonly string[], readers: Readers): void {
  const column = readers.columns.get('status');
  const text = column && cells[column.index];
  if (!text) return;
  const { status } = statusOf(text);
  if (status === 'running') facts.statedRunning = true;
  if (status === 'denounced' || (status === 'terminated' && /r[ée]sili/i.test(text))) {
    const stop = dayIn(EFFECT.exec(text)?.[1], readers);
    const day = stop ?? onlyDayIn(text, readers);
    if (!day) return;
    if (stop || status === 'terminated') facts.terminated ??= day;
    else facts.denounced = day;
  } else if (status === 'running') {
    const day = prolongedUntil(text, readers);
    if (day && day > (facts.currentEnd ?? '')) facts.currentEnd = day;
  }
}

/** The day to which a text says that the contract is prolonged, if any (« Avenant 2 : prolongation jusqu'au 31/03/2027 »). */
export function prolongedUntil(text: string, readers: Readers): Day | undefined {
  const until = PROLONGED.test(text) ? UNTIL : RENEWED_UNTIL;
  return dayIn(until.exec(text)?.[1], readers);
}
const PROLONGED = /prolong(?!eable)/i;
const A_DAY = String.raw`\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|\d{1,2}(?:er)?\s+\p{L}{3,}\s+\d{4}`;
/** « Reconduit le 01/01/2026 » is no end. */
const UNTIL = new RegExp(
  String.raw`(?:jusqu\W?(?:au|en|à|a)|\bau|until)\s+(?:le\s+)?(${A_DAY}|\p{L}{3,}\s+\d{4})`,
  'iu',
);
const RENEWED_UNTIL = new RegExp(
  String.raw`(?:recondui|renouvel)\p{L}*\s+(?:\p{L}+ment\s+)?jusqu\W?(?:au|en|à|a)\s+(?:le\s+)?(${A_DAY}|\p{L}{3,}\s+\d{4})`,
  'iu',
);
/** The day on which it stops, not the one of the letter: « résilié par courrier du 15/06/2026 pour le 31/12/2026 ». */
const EFFECT = new RegExp(
  String.raw`(?:\bau|\bpour(?: le)?|\beffet(?: le| du| au)?|(?<!\p{L})échéance(?: du| au)?)\s+(?:le\s+)?(${A_DAY})`,
  'iu',
);
const DAYS = new RegExp(A_DAY, 'giu');

function onlyDayIn(text: string, readers: Readers): Day | undefined {
  const dates = text.match(DAYS);
  return dates?.length === 1 ? dayIn(dates[0], readers) : undefined;
}

function dayIn(date: string | undefined, readers: Readers): Day | undefined {
  return date === undefined ? undefined : readers.dateInWords(date).last;
}
