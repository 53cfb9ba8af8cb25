/** One cell as a date, whatever way it is written. */
import { squeeze } from '../../domain/text.ts';
import { isAbsent } from './absent.ts';
import { ABSENT, type DateShape, UNREADABLE } from './dateShape.ts';
import { wordsToDate } from './dateWords.ts';
import { plainDate } from './plainDates.ts';

const ZERO_DATE = /^0+[/.-]0+[/.-]0+(?:[T ][0:.]+)?$/;
const RANGE =
  /^(?:(?:du|de|from|entre(?: le)?|between)\s+)?(.{4,40}?)(?:\s+(?:-|–|—|→|[-=]>|\/|au|à|jusqu['’]au|to|until|and|et(?: le)?)\s+|(?<=\d{4})\s?[-–—→/]\s?(?=\d))(.{4,40}?)(?:\s+(?:inclus|compris))?$/i;
/** « 01/01/25-31/12/27 ». */
const SHORT_RANGE = /^(\d{1,2}[/.]\d{1,2}[/.]\d{2})\s?[-–—]\s?(\d{1,2}[/.]\d{1,2}[/.]\d{2})$/;
const ISO_INTERVAL = /^(\d{4}-\d{2}-\d{2})\s?(?:\/|--)\s?(\d{4}-\d{2}-\d{2})$/;

const DAY = String.raw`(\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d{2}))`;
/** Two days, and the words between and behind them. */
const TWO_DAYS = new RegExp(String.raw`^${DAY}(\D{1,60}?)${DAY}(\D{0,40})$`);
const OF_RENEWALS = /recond|renouv|renewal|prolongeable|\bmax/i;
/** « non reconduit, décision du 12/03/2026 »: the second day is no end. */
const NO_END = /\b(?:non|pas|sans|not?)\b|d[ée]cision|courrier|notifi|\blettre|d[ée]nonc/i;

/**
 * Reads one cell. Never bends an impossible date, never invents the order of day and month:
 * see `dateColumn`, which settles it for a whole column.
 */
export function shapeOfDate(raw: string): DateShape {
  if (isAbsent(raw)) return ABSENT;
  const simple = plainDate(raw);
  if (simple) return simple.kind === 'impossible' && ZERO_DATE.test(raw) ? ABSENT : simple;
  const text = squeeze(raw);
  if (isAbsent(text)) return ABSENT;
  return plainDate(text) ?? withLatest(text) ?? range(text) ?? wordsToDate(text) ?? UNREADABLE;
}

/**
 * An end and the last one: « 31/12/2026 (31/12/2028 avec reconductions) », « 14/01/2027 reconductible jusqu'au 14/01/2029 ».
 * « 01/01/2025 - 31/12/2027 renouvelable » is a start and an end.
 */
export function endsTwice(text: string): readonly [string, string] | undefined {
  const [, day, between, latest, behind] = TWO_DAYS.exec(text) ?? [];
  const ranks = between && OF_RENEWALS.test(between.includes('(') ? between + behind : between);
  return ranks && !NO_END.test(between) ? [day!, latest!] : undefined;
}

function withLatest(text: string): DateShape | undefined {
  const ends = endsTwice(text);
  const [day, latest] = ends?.map(bound) ?? [];
  return day && latest ? { kind: 'with-latest', day, latest } : undefined;
}

function range(text: string): DateShape | undefined {
  const match = ISO_INTERVAL.exec(text) ?? SHORT_RANGE.exec(text) ?? RANGE.exec(text);
  if (!match) return undefined;
  // « … au 31/12/2027 reconductible »: the words behind are said.
  const to = dateIn(match[2]!);
  if (!to) return undefined;
  // « du 1er janvier au 31 décembre 2026 »: the year is written once.
  const year = /(?<!\d)\d{4}$/.exec(match[2]!)?.[0];
  const from = bound(match[1]!) ?? (year && bound(`${match[1]} ${year}`));
  return from ? { kind: 'range', from, to } : undefined;
}

/** A date and nothing else. */
function bound(text: string): DateShape | undefined {
  const shape = dateIn(text);
  return shape?.words === undefined ? shape : undefined;
}

function dateIn(text: string): (DateShape & { kind: 'days' | 'numeric' }) | undefined {
  const shape = plainDate(text) ?? wordsToDate(text);
  return shape?.kind === 'days' || shape?.kind === 'numeric' ? shape : undefined;
}
