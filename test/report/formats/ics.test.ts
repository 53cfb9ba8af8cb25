/** The calendar, by two parsers and by the grammar of RFC 5545 itself. */
import ICAL from 'ical.js';
import { sync as nodeIcal } from 'node-ical';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../src/domain/day.ts';
import type { Outcome } from '../../../src/domain/outcome.ts';
import { contentLines, textValue } from '../../../src/report/formats/ics/lines.ts';
import { membersOf } from '../../../src/report/sections/schedule.ts';
import { FIXTURES, planOf, renderedText, withContracts } from '../fixture.ts';

interface Event {
  readonly uid: string;
  readonly from: string;
  /** Exclusive, as iCalendar says it. */
  readonly until: string;
  readonly summary: string;
  readonly alarms: readonly string[];
}

function eventsByIcalJs(text: string): Event[] {
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown as string);
  return calendar.getAllSubcomponents('vevent').map(component => {
    const event = new ICAL.Event(component);
    expect(event.startDate.isDate && event.endDate.isDate).toBe(true);
    return {
      uid: event.uid,
      from: event.startDate.toString(),
      until: event.endDate.toString(),
      summary: event.summary,
      alarms: component
        .getAllSubcomponents('valarm')
        .map(alarm => String(alarm.getFirstPropertyValue('trigger'))),
    };
  });
}

/** Dates of node-ical are local midnights. */
const localDay = (date: Date): string =>
  [date.getFullYear(), date.getMonth() + 1, date.getDate()].map(n => String(n).padStart(2, '0')).join('-');

function eventsByNodeIcal(text: string): Pick<Event, 'uid' | 'from' | 'until' | 'summary'>[] {
  return Object.values(nodeIcal.parseICS(text)).flatMap(component =>
    component?.type === 'VEVENT'
      ? [
          {
            uid: component.uid,
            from: localDay(component.start),
            until: localDay(component.end!),
            summary: String(component.summary),
          },
        ]
      : [],
  );
}

const LINE =
  /^[A-Z][A-Z0-9-]*(;[A-Z][A-Z0-9-]*=("[^"\u0000-\u0008\u000A-\u001F\u007F]*"|[^";:,\u0000-\u0008\u000A-\u001F\u007F]*))*:[^\u0000-\u0008\u000A-\u001F\u007F]*$/;
const ONCE = ['UID', 'DTSTAMP', 'DTSTART', 'DTEND', 'SEQUENCE', 'SUMMARY', 'DESCRIPTION', 'TRANSP'];

/** RFC 5545, 3.1 and 3.6: what is wrong with a calendar's lines and components. */
function faultsOf(text: string): string[] {
  const faults: string[] = [];
  if (!text.endsWith('\r\n')) faults.push('no line end at the end');
  if (/(^|[^\r])\n|\r(?!\n)/.test(text)) faults.push('a line end that is not CRLF');
  for (const line of text.split('\r\n')) {
    if (Buffer.byteLength(line) > 75) faults.push(`longer than 75 octets: ${line}`);
    if (line.includes('\uFFFD')) faults.push(`a character cut in two: ${line}`);
  }
  const open: { name: string; properties: string[] }[] = [];
  for (const line of text.replaceAll('\r\n ', '').split('\r\n').slice(0, -1)) {
    if (!LINE.test(line)) faults.push(`not a content line: ${line}`);
    const name = /^[A-Z0-9-]+/.exec(line)![0];
    const value = line.slice(line.indexOf(':') + 1);
    if (name === 'BEGIN') open.push({ name: value, properties: [] });
    else if (name === 'END') {
      const closed = open.pop();
      if (closed?.name !== value) faults.push(`END:${value} closes ${closed?.name}`);
      const count = (property: string): number => closed!.properties.filter(own => own === property).length;
      if (value === 'VEVENT')
        for (const property of ONCE)
          if (count(property) !== 1) faults.push(`${property} × ${count(property)}`);
      if (value === 'VALARM')
        for (const property of ['ACTION', 'TRIGGER', 'DESCRIPTION'])
          if (count(property) !== 1) faults.push(`alarm: ${property} × ${count(property)}`);
      if (value === 'VCALENDAR')
        for (const property of ['PRODID', 'VERSION'])
          if (count(property) !== 1) faults.push(`${property} × ${count(property)}`);
    } else open.at(-1)!.properties.push(name);
    if (name.startsWith('DT') && name !== 'DTSTAMP' && !/^\d{8}$/.test(value))
      faults.push(`not a day: ${line}`);
    if (name === 'DTSTAMP' && !/^\d{8}T\d{6}Z$/.test(value)) faults.push(`not an instant: ${line}`);
  }
  if (open.length > 0) faults.push('a component is not closed');
  return faults;
}

const expectedEvents = ({ plan }: Outcome): string[] =>
  [
    ...plan.decisions.map(({ by }) => [by, addDays(by, 1)].join()),
    ...plan.tenders.flatMap(({ milestones }) =>
      milestones.map(({ from, to }) => [from, addDays(to, 1)].join()),
    ),
  ].sort();

describe.each(FIXTURES)('the calendar of %s', name => {
  it('is the same for two parsers: every decision and stage, a day each way', async () => {
    const outcome = await planOf(name);
    const text = await renderedText(outcome, 'ics', { alarms: [90, 30, 7] });
    expect(faultsOf(text)).toEqual([]);
    const events = eventsByIcalJs(text);
    expect(events.map(({ from, until }) => [from, until].join()).sort()).toEqual(expectedEvents(outcome));
    const byUid = (a: { uid: string }, b: { uid: string }): number => (a.uid < b.uid ? -1 : 1);
    expect(eventsByNodeIcal(text).sort(byUid)).toEqual(
      events.map(({ alarms: _alarms, ...event }) => event).sort(byUid),
    );
    expect(new Set(events.map(({ uid }) => uid)).size).toBe(events.length);
  });

  it('for a member: its decisions and the stages of its tenders, and nothing else', async () => {
    const outcome = await planOf(name);
    for (const { id } of outcome.members) {
      const text = await renderedText(outcome, 'ics', { member: id });
      expect(faultsOf(text)).toEqual([]);
      const { decisions, tenders } = outcome.plan;
      const own = {
        ...outcome,
        plan: {
          ...outcome.plan,
          decisions: decisions.filter(({ member }) => member === id),
          tenders: tenders.filter(tender => membersOf(tender).includes(id)),
        },
      };
      const found = eventsByIcalJs(text).map(({ from, until }) => [from, until].join());
      expect(found.sort()).toEqual(expectedEvents(own));
    }
  });
});

describe('an event', () => {
  it('keeps its identifier when its day moves, and a later situation has a higher sequence', async () => {
    const outcome = await planOf('tri-oph');
    const [first, ...others] = outcome.plan.decisions;
    const moved: Outcome = {
      ...outcome,
      asOf: addDays(outcome.asOf, 91),
      plan: { ...outcome.plan, decisions: [{ ...first!, by: addDays(first!.by, 1) }, ...others] },
    };
    const uids = async (of: Outcome): Promise<string[]> =>
      eventsByIcalJs(await renderedText(of, 'ics'))
        .map(({ uid }) => uid)
        .sort();
    expect(await uids(moved)).toEqual(await uids(outcome));
    const sequence = async (of: Outcome): Promise<number> =>
      Number(/^SEQUENCE:(\d+)/m.exec(await renderedText(of, 'ics'))![1]);
    expect((await sequence(moved)) - (await sequence(outcome))).toBe(91);
  });

  it('rings when asked, for decisions that are still to be taken', async () => {
    const outcome = await planOf('l4h');
    const quiet = eventsByIcalJs(await renderedText(outcome, 'ics'));
    expect(quiet.flatMap(({ alarms }) => alarms)).toEqual([]);
    const ringing = eventsByIcalJs(await renderedText(outcome, 'ics', { alarms: [90, 0] }));
    const open = outcome.plan.decisions.filter(({ by }) => by >= outcome.asOf).length;
    expect(outcome.plan.decisions.length).toBeGreaterThan(open);
    expect(ringing.filter(({ alarms }) => alarms.length > 0).map(({ alarms }) => alarms)).toEqual(
      Array.from({ length: open }, () => ['-P90D', 'PT0S']),
    );
  });

  it('says what the register says, whatever its characters', async () => {
    const title = 'Chauffage ; « gaz », lot\\2\nÉlévateurs 🏠'.repeat(4);
    const outcome = withContracts(await planOf('tri-oph'), contract => ({ ...contract, title }));
    const text = await renderedText(outcome, 'ics');
    expect(faultsOf(text)).toEqual([]);
    const alone = outcome.plan.decisions.findIndex(({ tender }) => tender === undefined);
    expect(alone).toBeGreaterThanOrEqual(0);
    expect(eventsByIcalJs(text).some(({ summary }) => summary.includes(title))).toBe(true);
    expect(eventsByNodeIcal(text).some(({ summary }) => summary.includes(title))).toBe(true);
  });
});

describe('content lines', () => {
  it('are folded at 75 octets, between characters', () => {
    for (const length of [70, 71, 72, 73, 74, 75, 146, 147, 148, 149, 150, 300]) {
      for (const character of ['a', 'é', '€', '🏠']) {
        const value = character.repeat(length);
        const text = contentLines([['X', value]]);
        expect(faultsOf(`BEGIN:VCALENDAR\r\nPRODID:x\r\nVERSION:2.0\r\n${text}END:VCALENDAR\r\n`)).toEqual(
          [],
        );
        expect(text.replaceAll('\r\n ', '')).toBe(`X:${value}\r\n`);
      }
    }
  });

  it('escape what would end a value', () => {
    expect(textValue('a;b,c\\d\r\ne\nf\u0007')).toBe('a\\;b\\,c\\\\d\\ne\\nf');
  });

  it('the checker finds faults', () => {
    const good = 'BEGIN:VCALENDAR\r\nPRODID:x\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n';
    expect(faultsOf(good)).toEqual([]);
    expect(faultsOf(good.replaceAll('\r\n', '\n'))).not.toEqual([]);
    expect(faultsOf(good.replace('VERSION:2.0\r\n', ''))).not.toEqual([]);
    expect(faultsOf(good.replace('PRODID:x', `PRODID:${'x'.repeat(75)}`))).not.toEqual([]);
    expect(
      faultsOf(
        good.replace('END:VCALENDAR\r\n', 'BEGIN:VEVENT\r\nDTSTART:2027\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n'),
      ),
    ).not.toEqual([]);
  });
});
