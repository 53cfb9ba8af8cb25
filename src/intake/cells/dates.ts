/** One cell as a date, whatever way it is written. */
import { squeeze } from '../../domain/text.ts';
import { isAbsent } from './absent.ts';
import { ABSENT, type DateShape, UNREADABLE } from './dateShape.ts';
import { wordsToDate } from './dateWords.ts';
import { plainDate } from './plainDates.ts';

const ZERO_DATE = /^0+[/.-]0+[/.-]0+(?:[T ][0:.]+)?$/;
const RANGE =
  /^(?:(?:du|de|from|entre(?: le)?|between)\s+)?(.{4,40}?)(?:\s+(?:-|–|—|→|->|\/|au|à|jusqu['’]au|to|until|and|et(?: le)?)\s+|(?<=\d{4})\s?[-–—→/]\s?(?=\d))(.{4,40})$/i;
const ISO_INTERVAL = /^(\d{4}-\d{2}-\d{2})\s?(?:\/|--)\s?(\d{4}-\d{2}-\d{2})$/;

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
  return plainDate(text) ?? range(text) ?? wordsToDate(text) ?? UNREADABLE;
}

function range(text: string): DateShape | undefined {
  const match = ISO_INTERVAL.exec(text) ?? RANGE.exec(text);
  if (!match) return undefined;
  const to = bound(match[2]!);
  if (!to) return undefined;
  // « du 1er janvier au 31 décembre 2026 »: the year is written once.
  const year = /(?<!\d)\d{4}$/.exec(match[2]!)?.[0];
  const from = bound(match[1]!) ?? (year && bound(`${match[1]} ${year}`));
  return from ? { kind: 'range', from, to } : undefined;
}

function bound(text: string): DateShape | undefined {
  const shape = plainDate(text) ?? wordsToDate(text);
  const usable = shape?.kind === 'days' || shape?.kind === 'numeric';
  return usable && shape.words === undefined ? shape : undefined;
}
