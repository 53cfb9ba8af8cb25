/** From a chosen draft to the tender that the user sees: its gain in parts, its shares, its calendar, its steps. */
import type { MemberId } from '../domain/contract.ts';
import { type Cents, ZERO, sumCents } from '../domain/money.ts';
import { compact } from '../domain/lists.ts';
import type { GainPart, GainRule, Participation, Step, Tender, TenderShare } from '../domain/plan.ts';
import {
  type Draft,
  type DraftEntry,
  commonCosts,
  draftValue,
  entriesByMember,
  membersOf,
  rateOf,
} from './drafts.ts';
import type { Ground } from './ground.ts';
import { flagsOf, stepsOf } from './levers.ts';
import { type TenderSchedule, byDay, scheduleTender } from './schedule.ts';
import { sharesOf, split } from './shares.ts';
import { tenderIdOf } from './tenderId.ts';
import { worth, worthParts } from './worth.ts';

/** A draft's name. */
export function idOf(draft: Draft): Tender['id'] {
  const { category, territory } = draft.open.key;
  return tenderIdOf(category.id, territory, draft.start.day, membersOf(draft));
}

/** The tender of a draft, without what compares it to others (alternatives, fragility). */
export function tenderOf(draft: Draft, coordinator: MemberId, ground: Ground): Tender {
  const { key } = draft.open;
  const {
    publishedIn: _published,
    beginsOn: _begins,
    awardOn,
    steps,
    impossible: _impossible,
    ...described
  } = scheduleOf(draft, coordinator, ground);
  const shares = sharesOf(draft, ground);
  const participations = participationsOf(draft, shares, { awardOn, steps }, ground);
  return {
    id: idOf(draft),
    category: key.category.id,
    ...(key.territory !== undefined && { territory: key.territory }),
    start: draft.start.day,
    launch: draft.start.launch,
    coordinator,
    participations,
    ...described,
    gain: {
      low: draftValue(draft, ground, 'low'),
      expected: draftValue(draft, ground),
      high: draftValue(draft, ground, 'high'),
      parts: byRule(participations),
    },
    shares,
    alternatives: [],
    ...(draft.frozen && { frozen: draft.frozen }),
  };
}

function scheduleOf(
  draft: Draft,
  coordinator: MemberId,
  { settings, calendar, asOf }: Ground,
): TenderSchedule {
  const { key } = draft.open;
  const entries = draft.entries.map(({ contract, way }) => ({
    contract,
    joinsOn: way.joinsOn,
    lever: way.lever,
  }));
  return scheduleTender(
    {
      category: key.category,
      ...(key.territory !== undefined && { territory: key.territory }),
      start: draft.start.day,
      coordinator,
      entries,
      ...(draft.planned && { planned: draft.planned }),
    },
    { calendar, jointMonths: settings.jointMonths },
    asOf,
  );
}

function participationsOf(
  draft: Draft,
  shares: readonly TenderShare[],
  schedule: Pick<TenderSchedule, 'awardOn' | 'steps'>,
  ground: Ground,
): Participation[] {
  const { coordination } = commonCosts(draft, ground);
  const rate = rateOf(draft, ground);
  const groups = entriesByMember(draft);
  return shares.flatMap(({ gain }, m) => {
    const entries = groups[m]!;
    const worths = entries.map(({ valuation, way }) => worth(valuation, way, rate));
    const procedure = (sumCents(worths) - coordination - gain) as Cents;
    const coordinations = split(coordination, worths);
    const procedures = split(procedure, worths);
    return entries.map((entry, e) => {
      const common = { coordination: coordinations[e]!, procedure: procedures[e]! };
      return participationOf(entry, common, draft, schedule, rate, ground);
    });
  });
}

function participationOf(
  { contract, standing, valuation, way, others }: DraftEntry,
  common: { coordination: Cents; procedure: Cents },
  draft: Draft,
  { awardOn, steps }: Pick<TenderSchedule, 'awardOn' | 'steps'>,
  rate: number,
  { asOf }: Ground,
): Participation {
  const parts: readonly GainPart[] = compact(
    [
      ...worthParts(valuation, way, rate, draft.start.month + draft.open.months),
      { rule: 'COORDINATION', amount: -common.coordination as Cents, params: NOTHING_MORE } as const,
      { rule: 'JOINT_PROCEDURE', amount: -common.procedure as Cents, params: NOTHING_MORE } as const,
    ].filter(part => part.amount !== 0),
  );
  const gain = sumCents(parts.map(({ amount }) => amount));
  const own = worth(valuation, way, rate);
  return {
    member: contract.member,
    contract: contract.id,
    joinsOn: way.joinsOn,
    lever: way.lever,
    leavesOn: way.leavesOn,
    // What a frozen tender asked for earlier is done: only what can still be decided has a date.
    ...(way.decideBy && way.decideBy >= asOf && { decideBy: way.decideBy }),
    gain,
    parts,
    steps: inOrder(stepsOf(standing, way), steps.get(contract.member) ?? NO_STEPS),
    otherLevers: others.map(other => ({
      lever: other.lever,
      joinsOn: other.joinsOn,
      gain: (gain + worth(valuation, other, rate) - own) as Cents,
    })),
    flags: flagsOf(standing, way, awardOn),
  };
}

/** What a contract asks for among what its member does for the tender, soonest first. */
function inOrder(own: readonly Step[], common: readonly Step[]): readonly Step[] {
  if (own.length === 0) return common;
  return compact([...own, ...common].sort(byDay));
}

/** Shared: a large plan has many parts that say nothing more. */
const NOTHING_MORE = {};
const NO_STEPS: readonly Step[] = [];

const RULES: readonly GainRule[] = [
  'SAVING',
  'SAVING_BEYOND',
  'AVOIDED_PROCEDURE',
  'EXIT_COST',
  'EXTENSION_COST',
  'INTERIM_COST',
  'COORDINATION',
  'JOINT_PROCEDURE',
];

/** The parts of all participations, added up by rule: they sum to the tender's gain. */
function byRule(participations: readonly Participation[]): GainPart[] {
  return RULES.flatMap(rule => {
    const of = participations.filter(({ parts }) => parts.some(part => part.rule === rule));
    const parts = of.flatMap(participation => participation.parts.filter(part => part.rule === rule));
    const amount = parts.reduce((sum, part) => sum + part.amount, ZERO as number) as Cents;
    const rate = parts[0]?.params.rate;
    const members = new Set(of.map(({ member }) => member)).size;
    const params = { contracts: of.length, members, ...(rate !== undefined && { rate }) };
    return amount === 0 ? [] : [{ rule, amount, params }];
  });
}
