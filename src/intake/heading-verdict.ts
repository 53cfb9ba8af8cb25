/**
 * Confronts what a heading says with what its cells hold: « Échéance » over durations, « Type » over procedures,
 * « Lot » over families, « Reconduction » over a number of times. The cells win, and it is said.
 */
import type { ColumnContent } from './column-content.ts';
import type { Field, Found } from '../domain/field.ts';
import { isAmount, isDate, isDuration } from './heading-facts.ts';

/** What the cells say of the field that the heading announces. */
export type Verdict =
  | { readonly kind: 'confirmed' }
  /** The cells are of another kind: `field` when they tell which, and what they hold, as a code. */
  | { readonly kind: 'refuted'; readonly field?: Field; readonly found: Found }
  /** Another reading of the same heading, so usual that it is no surprise (« Reconduction » over 0, 1, 2). */
  | { readonly kind: 'refined'; readonly field: Field };

const CONFIRMED: Verdict = { kind: 'confirmed' };
/** More than half of the cells: most of a column has to be of a kind to name it. */
const MOST = 0.6;

/** Judges one column. A column with no filled cell confirms anything. */
export function verdictOn(field: Field, content: ColumnContent): Verdict {
  if (!content.filled) return CONFIRMED;
  if (isDate(field)) return verdictOnDate(field, content);
  if (isDuration(field)) return verdictOnDuration(field, content);
  if (isAmount(field)) return verdictOnAmount(content);
  switch (field) {
    case 'renewal':
      return verdictOnRenewal(content);
    case 'renewals':
      return content.number >= MOST || !content.words ? CONFIRMED : { kind: 'refined', field: 'renewal' };
    case 'category':
      return verdictOnCategory(content);
    case 'nature':
      return content.procedureWords >= MOST && content.natureWords < 0.2
        ? { kind: 'refuted', field: 'procedure', found: 'procedures' }
        : CONFIRMED;
    case 'lot':
      return verdictOnLot(content);
    default:
      return CONFIRMED;
  }
}

function verdictOnDate(field: Field, content: ColumnContent): Verdict {
  if (content.range >= MOST) {
    return field === 'period' ? CONFIRMED : { kind: 'refuted', field: 'period', found: 'date-ranges' };
  }
  if (field === 'period') {
    if (content.date >= MOST) return { kind: 'refuted', found: 'dates' };
    if (content.duration >= MOST) return { kind: 'refuted', field: 'duration', found: 'durations' };
    return CONFIRMED;
  }
  if (content.date > 0) return CONFIRMED;
  if (content.duration >= MOST) return { kind: 'refuted', field: 'duration', found: 'durations' };
  if (content.number >= MOST) return { kind: 'refuted', found: 'numbers' };
  return CONFIRMED;
}

function verdictOnDuration(field: Field, content: ColumnContent): Verdict {
  if (content.range >= MOST) return { kind: 'refuted', field: 'period', found: 'date-ranges' };
  if (field === 'renewalDuration' && content.wholeTerm >= MOST)
    return { kind: 'refuted', field: 'termWords', found: 'terms' };
  if (content.date < MOST || content.duration > 0) return CONFIRMED;
  // A five-digit number of days is no date; a date is.
  if (content.number >= MOST) return CONFIRMED;
  if (field === 'notice') return { kind: 'refuted', field: 'noticeDeadline', found: 'dates' };
  return field === 'duration'
    ? { kind: 'refuted', field: 'end', found: 'dates' }
    : { kind: 'refuted', found: 'dates' };
}

function verdictOnAmount(content: ColumnContent): Verdict {
  if (content.number > 0.2) return CONFIRMED;
  if (content.date >= MOST) return { kind: 'refuted', found: 'dates' };
  return content.words >= MOST && content.number === 0 ? { kind: 'refuted', found: 'words' } : CONFIRMED;
}

function verdictOnRenewal(content: ColumnContent): Verdict {
  const counts = content.smallNumber >= MOST && content.different > 2;
  if (counts) return { kind: 'refined', field: 'renewals' };
  if (content.date >= MOST) return { kind: 'refuted', found: 'dates' };
  return CONFIRMED;
}

function verdictOnCategory(content: ColumnContent): Verdict {
  if (content.procedureWords >= MOST) return { kind: 'refuted', field: 'procedure', found: 'procedures' };
  if (content.natureWords >= MOST) return { kind: 'refuted', field: 'nature', found: 'natures' };
  return CONFIRMED;
}

function verdictOnLot(content: ColumnContent): Verdict {
  if (content.mark >= 0.3 || content.words < MOST) return CONFIRMED;
  const repeats = content.different <= content.filled * 0.7;
  return { kind: 'refuted', field: repeats ? 'category' : 'lotTitle', found: 'words' };
}
