/** Launches and buyer-days of each coordinator, quarter by quarter. */
import { STAGES } from '../data/stages.ts';
import type { Workload } from '../domain/calendar.ts';
import type { MemberId } from '../domain/contract.ts';
import {
  type Day,
  type Quarter,
  addDays,
  addMonths,
  daysBetween,
  minDay,
  quarterOf,
  startOfQuarter,
} from '../domain/day.ts';
import type { Milestone, Tender } from '../domain/plan.ts';
import { compareText } from '../domain/text.ts';

type Coordinated = Pick<Tender, 'coordinator' | 'launch' | 'milestones'>;

/**
 * Load by coordinator, then quarter. A procedure takes `buyerDays` person-days in all, shared between its stages as the
 * table of stages says and, within a stage, evenly over its days.
 */
export function workloadOf(tenders: readonly Coordinated[], buyerDays: number): Workload[] {
  const loads = new Map<
    string,
    { coordinator: MemberId; quarter: Quarter; launches: number; tenths: number }
  >();
  const loadOf = (coordinator: MemberId, quarter: Quarter) => {
    const key = `${coordinator} ${quarter}`;
    const load = loads.get(key) ?? { coordinator, quarter, launches: 0, tenths: 0 };
    loads.set(key, load);
    return load;
  };
  for (const { coordinator, launch, milestones } of tenders) {
    loadOf(coordinator, launch).launches += 1;
    for (const [quarter, tenths] of tenthsByQuarter(milestones, buyerDays)) {
      loadOf(coordinator, quarter).tenths += tenths;
    }
  }
  return [...loads.values()]
    .toSorted((a, b) => compareText(a.coordinator, b.coordinator) || compareText(a.quarter, b.quarter))
    .map(({ coordinator, quarter, launches, tenths }) => ({
      coordinator,
      quarter,
      launches,
      buyerDays: tenths / 10,
    }));
}

/** Tenths of a person-day of one procedure by quarter; they sum to `buyerDays` exactly. */
function tenthsByQuarter(milestones: readonly Milestone[], buyerDays: number): ReadonlyMap<Quarter, number> {
  const weights = weightByQuarter(milestones);
  const total = [...weights.values()].reduce((a, b) => a + b, 0);
  const tenths = new Map<Quarter, number>();
  let weight = 0;
  let given = 0;
  // What is due up to the end of each quarter is rounded, so that nothing is lost on the way.
  for (const [quarter, part] of [...weights].toSorted(([a], [b]) => compareText(a, b))) {
    weight += part;
    const due = Math.round((10 * buyerDays * weight) / total);
    tenths.set(quarter, due - given);
    given = due;
  }
  return tenths;
}

function weightByQuarter(milestones: readonly Milestone[]): ReadonlyMap<Quarter, number> {
  const weights = new Map<Quarter, number>();
  for (const { code, from, to } of milestones) {
    const perDay = (STAGES.find(stage => stage.id === code)?.buyerDays ?? 0) / (daysBetween(from, to) + 1);
    for (let first = from; first <= to; first = nextQuarter(first)) {
      const last = minDay(to, addDays(nextQuarter(first), -1));
      const quarter = quarterOf(first);
      weights.set(quarter, (weights.get(quarter) ?? 0) + perDay * (daysBetween(first, last) + 1));
    }
  }
  return weights;
}

function nextQuarter(value: Day): Day {
  return addMonths(startOfQuarter(value), 3);
}
