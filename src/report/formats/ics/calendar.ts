/** A calendar (iCalendar, RFC 5545) that Outlook, Thunderbird or a phone takes: decisions and stages as all-day events. */
import { type Day, addDays, daysBetween, day as dayOf } from '../../../domain/day.ts';
import { type RenderOptions, type Subject, isPlanned } from '../format.ts';
import { type CalendarEvent, eventsOf } from './events.ts';
import { type Line, contentLines, dateValue, textValue } from './lines.ts';

/** A calendar of a later situation replaces an earlier one: its days since then number the revisions. */
const FIRST_SITUATION = dayOf('2020-01-01');

export function calendar(subject: Subject, { texts, member, alarms = [] }: RenderOptions): string {
  if (!isPlanned(subject)) throw new TypeError('a calendar shows a schedule');
  const { asOf, group, members } = subject;
  const { name } = texts.exports.calendar;
  const title = name(group, members.find(({ id }) => id === member)?.name);
  const events = eventsOf(subject, member, texts);
  return contentLines([
    ['BEGIN', 'VCALENDAR'],
    ['VERSION', '2.0'],
    ['PRODID', `-//coop-plan//coop-plan//${texts.language.toUpperCase()}`],
    ['CALSCALE', 'GREGORIAN'],
    ['METHOD', 'PUBLISH'],
    ['X-WR-CALNAME', textValue(title)],
    ...events.flatMap(event => eventLines(event, asOf, alarms, texts.exports.calendar.alarm)),
    ['END', 'VCALENDAR'],
  ]);
}

function eventLines(
  event: CalendarEvent,
  asOf: Day,
  alarms: readonly number[],
  alarmText: (days: number, summary: string) => string,
): Line[] {
  return [
    ['BEGIN', 'VEVENT'],
    ['UID', `${event.uid}@coop-plan`],
    ['DTSTAMP', `${dateValue(asOf)}T000000Z`],
    ['SEQUENCE', String(Math.max(0, daysBetween(FIRST_SITUATION, asOf)))],
    ['DTSTART;VALUE=DATE', dateValue(event.from)],
    // The end of an all-day event is the day after its last.
    ['DTEND;VALUE=DATE', dateValue(addDays(event.to, 1))],
    ['SUMMARY', textValue(event.summary)],
    ['DESCRIPTION', textValue(event.description)],
    ['CATEGORIES', event.categories.map(textValue).join(',')],
    ['TRANSP', 'TRANSPARENT'],
    ...(event.rings && event.from >= asOf
      ? alarms.flatMap(days => alarmLines(days, alarmText(days, event.summary)))
      : []),
    ['END', 'VEVENT'],
  ];
}

function alarmLines(days: number, text: string): Line[] {
  return [
    ['BEGIN', 'VALARM'],
    ['ACTION', 'DISPLAY'],
    ['TRIGGER', days === 0 ? 'PT0S' : `-P${days}D`],
    ['DESCRIPTION', textValue(text)],
    ['END', 'VALARM'],
  ];
}
