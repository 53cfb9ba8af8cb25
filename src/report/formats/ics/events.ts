/** The days that a calendar shows: what to decide, and the stages of each procedure. */
import type { MemberId } from '../../../domain/contract.ts';
import type { Day } from '../../../domain/day.ts';
import type { Decision } from '../../../domain/decision.ts';
import type { Outcome } from '../../../domain/outcome.ts';
import type { Tender } from '../../../domain/plan.ts';
import { compareText, fingerprint } from '../../../domain/text.ts';
import type { Texts } from '../../../i18n/texts.ts';
import { type Names, namesOf } from '../../names.ts';
import { membersOf } from '../../sections/schedule.ts';

/** An all-day event. */
export interface CalendarEvent {
  /** The same from one run to the next, so that a calendar updates the event instead of adding one. */
  readonly uid: string;
  readonly from: Day;
  /** Inclusive. */
  readonly to: Day;
  readonly summary: string;
  readonly description: string;
  readonly categories: readonly string[];
  /** Whether alarms may ring for it. */
  readonly rings: boolean;
}

/** The events of the group, or of one member, in the order of their days. */
export function eventsOf(
  outcome: Outcome,
  member: MemberId | undefined,
  texts: Texts,
): readonly CalendarEvent[] {
  const names = namesOf(outcome, texts.language);
  const { decisions, tenders } = outcome.plan;
  const events = [
    ...decisions
      .filter(decision => member === undefined || decision.member === member)
      .map(decision => decisionEvent(decision, outcome, names, texts)),
    ...tenders
      .filter(tender => member === undefined || membersOf(tender).includes(member))
      .flatMap(tender => milestoneEvents(tender, names, texts)),
  ];
  return withDistinctUids(events.sort((a, b) => compareText(a.from, b.from) || compareText(a.uid, b.uid)));
}

function decisionEvent(decision: Decision, { plan }: Outcome, names: Names, texts: Texts): CalendarEvent {
  const { code, member, contracts, by, status, params, lost } = decision;
  const tender = plan.tenders.find(({ id }) => id === decision.tender);
  const labels = contracts.map(names.contractLabel);
  const what = tender ? names.tender(tender) : labels.join(' ; ');
  const step = texts.plan.decision[code](params);
  return {
    uid: `decision-${code.toLowerCase()}-${fingerprint([member, ...contracts, String(params.end ?? '')])}`,
    from: by,
    to: by,
    summary: texts.exports.calendar.decision(step, `${names.member(member)}, ${what}`, status === 'missed'),
    description: [step, names.member(member), ...labels, texts.plan.loss[lost.code](lost.params)].join('\n'),
    categories: [names.member(member)],
    rings: true,
  };
}

function milestoneEvents(tender: Tender, names: Names, texts: Texts): CalendarEvent[] {
  const { calendar } = texts.exports;
  const name = names.tender(tender);
  const members = membersOf(tender).map(names.member);
  return tender.milestones.map(({ code, from, to }) => {
    return {
      uid: `milestone-${code}-${fingerprint([tender.id])}`,
      from,
      to,
      summary: calendar.milestone(names.stage(code), name),
      description: [
        texts.plan.procedure[tender.procedure.code],
        calendar.coordinator(names.member(tender.coordinator)),
        members.join(', '),
      ].join('\n'),
      categories: [name],
      rings: false,
    };
  });
}

/** Two events never share an identifier; the later one of a pair is numbered. */
function withDistinctUids(events: readonly CalendarEvent[]): CalendarEvent[] {
  const taken = new Map<string, number>();
  return events.map(event => {
    const times = (taken.get(event.uid) ?? 0) + 1;
    taken.set(event.uid, times);
    return times === 1 ? event : { ...event, uid: `${event.uid}-${times}` };
  });
}
