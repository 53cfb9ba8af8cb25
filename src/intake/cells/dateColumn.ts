/** A column of dates: its order of day and month is settled, then each cell is read with it. */
import { type Day, dayFrom } from '../../domain/day.ts';
import { type DateOrder, type DateSurvey, type OrderDecision, dateTally } from './dateOrder.ts';
import { type DateShape, PIVOT, type Precision, fullYear } from './dateShape.ts';
import { shapeOfDate } from './dates.ts';
import { memoize } from './memo.ts';
import { NO_PROBLEM, type Problem, problem } from './problem.ts';

/** A cell read as a date: from `first` to `last`, the same day when it is exact; neither when it says nothing. */
export interface DateCell {
  readonly first?: Day;
  readonly last?: Day;
  readonly precision?: Precision;
  /** The last end, written beside the end. */
  readonly latest?: DateCell;
  /** The second date of a range. */
  readonly until?: DateCell;
  /** Words behind the date, said as ignored in `problems` until something is made of them. */
  readonly behind?: string;
  readonly problems: readonly Problem[];
}

export interface DateColumn {
  /** `dd/MM/yyyy`, `MM/dd/yyyy`, `yyyy-MM-dd`, `serial`, `words`: what was met, the main one first. */
  readonly format: string;
  /** What must be said once for the whole column. */
  readonly problems: readonly Problem[];
  read(text: string): DateCell;
}

const EMPTY: DateCell = { problems: NO_PROBLEM };
const shapeOf = memoize(shapeOfDate);

/** Counts what the cells of a column prove about their order. */
export function dateSurveyor(): ReturnType<typeof dateTally> {
  return dateTally(shapeOf);
}

/** What these cells prove about their order. */
export function surveyOf(texts: Iterable<string>): DateSurvey {
  const { survey, add } = dateSurveyor();
  for (const text of texts) add(text);
  return survey;
}

/** The reader of a column whose order is decided. */
export function dateColumn(survey: DateSurvey, decision: OrderDecision): DateColumn {
  const format = formatOf(survey, decision.order);
  return {
    format,
    problems: columnProblems(survey, decision),
    read: memoize(text => cellOf(shapeOf(text), decision, format)),
  };
}

const PATTERNS: Readonly<Record<DateOrder, string>> = {
  dmy: 'dd/MM/yyyy',
  mdy: 'MM/dd/yyyy',
  ymd: 'yy/MM/dd',
};

function formatOf(survey: DateSurvey, order: DateOrder): string {
  const numeric = survey.dayFirst + survey.monthFirst + survey.either;
  const met: [number, string][] = [
    [numeric, PATTERNS[order]],
    [survey.yearFirst, 'yyyy-MM-dd'],
    [survey.serial, 'serial'],
    [survey.words, 'words'],
  ];
  const formats = met.filter(([cells]) => cells > 0).sort((a, b) => b[0] - a[0]);
  return formats.length === 0 ? PATTERNS[order] : formats.map(([, name]) => name).join(' + ');
}

function columnProblems(survey: DateSurvey, { order, basis, mixed }: OrderDecision): readonly Problem[] {
  const { dayFirst, monthFirst, either } = survey;
  const format = PATTERNS[order];
  const problems: Problem[] = [];
  if (basis === 'custom') problems.push(problem('DATE_ORDER_ASSUMED', { format, cells: either }));
  if (basis === 'others') problems.push(problem('DATE_ORDER_LIKE_OTHERS', { format, cells: either }));
  if (basis === 'proved' && order === 'mdy' && !mixed) {
    problems.push(problem('DATE_ORDER_MONTH_FIRST', { cells: monthFirst }));
  }
  if (mixed) problems.push(problem('DATE_ORDER_MIXED', { dayFirst, monthFirst, unread: either }));
  if (!mixed && order === 'dmy' && either > 0 && survey.bare > 0 && survey.padded > 0) {
    problems.push(problem('DATE_TWO_STYLES', { bare: survey.bare, padded: survey.padded }));
  }
  if (survey.shortYear > 0)
    problems.push(problem('DATE_SHORT_YEAR', { pivot: PIVOT, cells: survey.shortYear }));
  if (survey.serial > 0) problems.push(problem('DATE_SERIAL', { cells: survey.serial }));
  return problems;
}

function cellOf(shape: DateShape, decision: OrderDecision, expected: string): DateCell {
  switch (shape.kind) {
    case 'absent':
      return EMPTY;
    case 'days':
      return withBehind(
        { first: shape.first, last: shape.last, precision: shape.precision, problems: remarks(shape) },
        shape,
      );
    case 'numeric': {
      const { one, two } = shape;
      if (decision.mixed && one <= 12 && two <= 12 && one !== two) {
        return { problems: [problem('DATE_AMBIGUOUS', {})] };
      }
      const value = ordered(shape, decision.order);
      if (!value) return { problems: [problem('DATE_UNREADABLE', { expected })] };
      return withBehind({ first: value, last: value, precision: 'day', problems: remarks(shape) }, shape);
    }
    case 'range': {
      const [from, until] = [cellOf(shape.from, decision, expected), cellOf(shape.to, decision, expected)];
      return { ...from, until, problems: [...from.problems, ...until.problems] };
    }
    case 'with-latest': {
      const [day, latest] = [cellOf(shape.day, decision, expected), cellOf(shape.latest, decision, expected)];
      return { ...day, latest, problems: [...day.problems, ...latest.problems] };
    }
    case 'impossible':
      return { problems: [problem('DATE_IMPOSSIBLE', {})] };
    case 'far':
      return { problems: [problem('DATE_YEAR_FAR', { year: shape.year })] };
    case 'unreadable':
      return { problems: [problem('DATE_UNREADABLE', { expected })] };
  }
}

function withBehind(cell: DateCell, { words, behind }: DateShape & { kind: 'days' | 'numeric' }): DateCell {
  return behind && words !== undefined ? { ...cell, behind: words } : cell;
}

function ordered(shape: DateShape & { kind: 'numeric' }, order: DateOrder): Day | undefined {
  const { one, two, year, shortYear } = shape;
  if (order === 'ymd' && shortYear) return dayFrom(fullYear(String(one).padStart(2, '0')), two, year % 100);
  return order === 'mdy' ? dayFrom(year, one, two) : dayFrom(year, two, one);
}

function remarks(shape: DateShape & { kind: 'days' | 'numeric' }): readonly Problem[] {
  if (shape.words !== undefined) return [problem('DATE_WORDS_IGNORED', { words: shape.words })];
  return shape.kind === 'days' && shape.how === 'late-utc' ? [problem('DATE_LATE_UTC', {})] : NO_PROBLEM;
}
