/** The schedule as bars over time: what the timeline of the terminal, the workbook's and the table are drawn from. */
import { type Day, addDays } from '../domain/day.ts';
import type { MemberId, ContractId } from '../domain/contract.ts';
import type { Outcome } from '../domain/outcome.ts';
import type { Participation, Tender } from '../domain/plan.ts';
import type { BarKind } from '../i18n/exportTexts.ts';

/** A stretch of time, both days inclusive. A notice is one day: the last on which it can be given. */
export interface Bar {
  readonly kind: BarKind;
  readonly from: Day;
  readonly to: Day;
}

/** One line of the timeline. */
export interface Lane {
  readonly tender: Tender;
  /** Absent on the line of the tender itself. */
  readonly contract?: { readonly id: ContractId; readonly member: MemberId };
  /** In the order of time. */
  readonly bars: readonly Bar[];
}

/** Each tender, in order of launch, then the contracts that join it. */
export function timelineOf({ asOf, plan }: Outcome): readonly Lane[] {
  return plan.tenders.flatMap(tender => [
    { tender, bars: tenderBars(tender) },
    ...tender.participations.map(participation => ({
      tender,
      contract: { id: participation.contract, member: participation.member },
      bars: contractBars(participation, tender, asOf),
    })),
  ]);
}

/** First and last day to show: from as-of to a little after the last entry into a joint contract. */
export function spanOf({ asOf, plan }: Outcome): Pick<Bar, 'from' | 'to'> {
  const entries = plan.tenders.flatMap(({ start, participations }) => [
    start,
    ...participations.map(({ joinsOn }) => joinsOn),
  ]);
  const last = entries.reduce((latest, day) => (day > latest ? day : latest), asOf);
  return { from: asOf, to: addDays(last, AFTER_LAST_ENTRY) };
}

const AFTER_LAST_ENTRY = 90;

function tenderBars({ milestones, launchOn, start, duration }: Tender): Bar[] {
  const begins = milestones.reduce((first, { from }) => (from < first ? from : first), launchOn);
  return [
    ...stretch('preparation', begins, addDays(launchOn, -1)),
    ...stretch('procedure', launchOn, addDays(start, -1)),
    ...stretch('joint', start, duration.endsOn),
  ];
}

function contractBars({ leavesOn, decideBy, joinsOn }: Participation, tender: Tender, asOf: Day): Bar[] {
  return [
    ...stretch('contract', asOf, leavesOn),
    ...(decideBy ? stretch('notice', decideBy, decideBy) : []),
    ...stretch('joint', joinsOn, tender.duration.endsOn),
  ];
}

function stretch(kind: BarKind, from: Day, to: Day): Bar[] {
  return from <= to ? [{ kind, from, to }] : [];
}
