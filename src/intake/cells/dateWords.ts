/** Dates written with words: `1er janvier 2027`, `fin mars 2027`, `T1 2027`, `March 31, 2027`, `semaine 12 2027`. */
import { DateTime } from 'luxon';
import { type Day, addDays, day } from '../../domain/day.ts';
import { fold } from '../../domain/text.ts';
import {
  type DateShape,
  IMPOSSIBLE,
  type Precision,
  UNREADABLE,
  exactly,
  fullYear,
  wholeMonths,
} from './dateShape.ts';
import { monthNamed } from './months.ts';
import { plainDate } from './plainDates.ts';

const INTRODUCTION =
  /^(?:le|du|au|en|a partir du|a compter du|depuis(?: le)?|des(?: le)?|jusqu (?:a|au|en)|jusque|until|till|from|by|on|the|au plus tard(?: le)?|(?:prochaine )?echeance(?: le| au| du)?|se termine le|expire le|(?:lun|mar|mercre|jeu|vendre|same)di|dimanche|(?:mon|tues|wednes|thurs|fri|satur|sun)day) (?=.)/;
const EDGE = String.raw`(?:(debut|fin|courant|mois de|annee|exercice|beginning of|start of|end of|early|late|end) )?(?:de |du |of )?(?:mois de |l annee )?`;
const YEAR = String.raw`(\d{4}|\d{2})`;
const MONTH = String.raw`([a-z\uFFFD]{3,10})`;
const DAY_MONTH = new RegExp(
  String.raw`^(\d{1,2}) ?(?:er|e|eme|st|nd|rd|th)?(?: of)? ?${MONTH} ?${YEAR}(?: a)?(?: \d{1,2} ?h? ?\d{0,2})?$`,
);
const MONTH_DAY = new RegExp(String.raw`^${MONTH} (\d{1,2})(?:st|nd|rd|th)? (\d{4})$`);
const YEAR_MONTH_DAY = new RegExp(String.raw`^(\d{4}) ${MONTH} (\d{1,2})$`);
const MONTH_ONLY = new RegExp(String.raw`^${EDGE}${MONTH} ?${YEAR}$`);
const YEAR_ONLY = new RegExp(String.raw`^${EDGE}(\d{4})$`);
const ORDINAL = String.raw`(1|2|3|4|premier|deuxieme|second|seconde|troisieme|quatrieme|dernier|first|third|fourth)(?:er|e|eme|nd|st|rd|th)?`;
const ORDINALS: Readonly<Record<string, number>> = {
  premier: 1, first: 1, deuxieme: 2, second: 2, seconde: 2, troisieme: 3, third: 3, quatrieme: 4, fourth: 4,
}; // prettier-ignore
const PARTS: readonly (readonly [
  RegExp,
  (match: RegExpExecArray) => [string, string, string | undefined],
])[] = [
  [
    new RegExp(String.raw`^${EDGE}([tqsh]) ?([1-4]) ?(?:de |of )?${YEAR}$`),
    m => [m[2]! + m[3]!, m[4]!, m[1]],
  ],
  [new RegExp(String.raw`^${EDGE}([1-4]) ?([tqsh]) ?${YEAR}$`), m => [m[3]! + m[2]!, m[4]!, m[1]]],
  [/^(\d{4}) ?([tqsh]) ?([1-4])$/, m => [m[2]! + m[3]!, m[1]!, undefined]],
  [
    new RegExp(
      String.raw`^${EDGE}(?:le |the )?${ORDINAL} (trimestre|semestre|quarter|half)(?: de| of)? ?${YEAR}$`,
    ),
    m => [partNamed(m[2]!, m[3]!), m[4]!, m[1]],
  ],
];
const WEEK = /^(?:semaine|sem|s|week|wk|w) ?(\d{1,2}) (?:de |of )?(\d{4})$|^(\d{4}) (?:w|s) ?(\d{1,2})$/;
const EMBEDDED = /(?<![\d/.-])(?:\d{1,2}([/.-])\d{1,2}\1(?:\d{4}|\d{2})|\d{4}-\d{2}-\d{2})(?![\d/-])/g;

/**
 * A date in words, from squeezed text; `undefined` when the words are no date.
 * A date among other words is read, and the words are given back so that they can be said.
 */
export function wordsToDate(text: string): DateShape | undefined {
  const words = withoutIntroduction(fold(text));
  return named(words) ?? withoutWords(text);
}

function withoutIntroduction(words: string): string {
  let rest = words;
  for (
    let shorter = rest.replace(INTRODUCTION, '');
    shorter !== rest;
    shorter = rest.replace(INTRODUCTION, '')
  ) {
    rest = shorter;
  }
  return rest;
}

function named(words: string): DateShape | undefined {
  const dayMonth = DAY_MONTH.exec(words);
  const monthDay = MONTH_DAY.exec(words);
  const yearFirst = YEAR_MONTH_DAY.exec(words);
  const month = MONTH_ONLY.exec(words);
  const year = YEAR_ONLY.exec(words);
  return (
    (dayMonth && namedDay(dayMonth[3]!, dayMonth[2]!, dayMonth[1]!)) ??
    (monthDay && namedDay(monthDay[3]!, monthDay[1]!, monthDay[2]!)) ??
    (yearFirst && namedDay(yearFirst[1]!, yearFirst[2]!, yearFirst[3]!)) ??
    partOfYear(words) ??
    (month && namedMonth(month[3]!, month[2]!, month[1])) ??
    (year && edgeOf(wholeMonths(Number(year[2]), 1, 12, 'year'), year[1])) ??
    week(words)
  );
}

function namedDay(year: string, month: string, dayOfMonth: string): DateShape | undefined {
  const number = monthNamed(month);
  if (number === undefined) return undefined;
  const short = year.length === 2;
  return exactly(fullYear(year), number, Number(dayOfMonth), short ? 'two-digit-year' : undefined);
}

function namedMonth(year: string, month: string, edge: string | undefined): DateShape | undefined {
  const number = monthNamed(month);
  if (number === undefined) return undefined;
  const shape = wholeMonths(fullYear(year), number, number, 'month');
  const whole = edgeOf(shape, edge);
  return whole.kind === 'days' && year.length === 2 ? { ...whole, how: 'two-digit-year' } : whole;
}

function partOfYear(words: string): DateShape | undefined {
  for (const [pattern, read] of PARTS) {
    const match = pattern.exec(words);
    if (!match) continue;
    const [part, year, edge] = read(match);
    const number = Number(part[1]);
    const quarters = part[0] === 't' || part[0] === 'q';
    if (!quarters && number > 2) return undefined;
    const length = quarters ? 3 : 6;
    const precision: Precision = quarters ? 'quarter' : 'half-year';
    return edgeOf(wholeMonths(fullYear(year), (number - 1) * length + 1, number * length, precision), edge);
  }
  return undefined;
}

function partNamed(ordinal: string, part: string): string {
  const letter = part === 'trimestre' || part === 'quarter' ? 't' : 's';
  const last = letter === 't' ? 4 : 2;
  return letter + (ordinal === 'dernier' ? last : (ORDINALS[ordinal] ?? ordinal));
}

/** « début mars » is its first day, « fin mars » its last; both stay marked as partial, so that it is said. */
function edgeOf(shape: DateShape, edge: string | undefined): DateShape {
  if (shape.kind !== 'days' || !edge) return shape;
  if (/^(?:debut|beginning|start|early)/.test(edge)) return { ...shape, last: shape.first };
  return /^(?:fin|end|late)/.test(edge) ? { ...shape, first: shape.last } : shape;
}

/** ISO 8601 weeks, Monday to Sunday; luxon knows which years have 53. */
function week(words: string): DateShape | undefined {
  const match = WEEK.exec(words);
  if (!match) return undefined;
  const [weekYear, weekNumber] = [Number(match[2] ?? match[3]), Number(match[1] ?? match[4])];
  const monday = DateTime.fromObject({ weekYear, weekNumber, weekday: 1 }, { zone: 'utc' });
  const iso = monday.isValid ? monday.toISODate() : undefined;
  if (!iso) return IMPOSSIBLE;
  const first: Day = day(iso);
  return { kind: 'days', first, last: addDays(first, 6), precision: 'week' };
}

/** One date among other words: « 31/12/2026 (reconduit) ». Two dates are not told apart: unreadable. */
function withoutWords(text: string): DateShape | undefined {
  const found = [...text.matchAll(EMBEDDED)];
  if (found.length !== 1) return found.length > 1 ? UNREADABLE : undefined;
  const shape = plainDate(found[0]![0]);
  if (shape?.kind !== 'days' && shape?.kind !== 'numeric') return shape;
  const words = text.replace(found[0]![0], ' ').replace(/\s+/g, ' ').trim();
  if (withoutIntroduction(`${fold(words)} z`.trim()) === 'z') return shape;
  return found[0]!.index === 0 ? { ...shape, words, behind: true } : { ...shape, words };
}
