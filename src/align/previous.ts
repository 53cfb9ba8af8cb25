/** The plan of an earlier run: what must not move any more, and what had better not. */
import type { CategoryId } from '../domain/category.ts';
import type { ContractId, MemberId } from '../domain/contract.ts';
import { type Day, addMonths } from '../domain/day.ts';
import type { Lever, Milestone, Tender, TenderId } from '../domain/plan.ts';
import { launchOf } from './grid.ts';
import type { Ground } from './ground.ts';
import { keyIdOf } from './keys.ts';

/** What the planner reads of an earlier plan: a part of a {@link Plan}, or of the JSON that it was written to. */
export interface PreviousPlan {
  readonly tenders: readonly PreviousTender[];
}

export interface PreviousTender {
  readonly id: TenderId;
  readonly category: CategoryId;
  readonly territory?: string;
  readonly start: Day;
  readonly coordinator?: MemberId;
  readonly participations: readonly {
    readonly member: MemberId;
    readonly contract: ContractId;
    readonly joinsOn: Day;
    readonly lever: Lever;
  }[];
  /** Its calendar, which a tender under way keeps. */
  readonly milestones: readonly Milestone[];
}

/** A tender that the search must take as it is. */
export interface FrozenTender {
  readonly tender: PreviousTender;
  readonly why: NonNullable<Tender['frozen']>;
}

/** What an earlier plan binds, and what it makes preferable. */
export interface Continuity {
  readonly frozen: readonly FrozenTender[];
  /** The tender start of each contract that is not frozen, with its key: `key start`. */
  readonly contractAt: ReadonlyMap<ContractId, string>;
  readonly tenderAt: ReadonlySet<string>;
  /** Who coordinates what is there: rather the same member than another. */
  readonly coordinatorAt: ReadonlyMap<string, MemberId>;
}

/** Members that the group has since taken out of a tender; a tender that it refused loses them all. */
export type Released = (tender: Pick<PreviousTender, 'id' | 'category'>, member: MemberId) => boolean;

/** How a tender's place is written in {@link Continuity}. */
export function placeOf(key: string, start: Day): string {
  return `${key} ${start}`;
}

/**
 * Sorts an earlier plan's tenders: those launched, or launching within `frozenMonths`, and those accepted, are
 * frozen; a tender already started is over, its contracts are in the register now; the others are worth keeping.
 */
export function continuityOf(
  previous: PreviousPlan | undefined,
  accepted: ReadonlySet<TenderId>,
  released: Released,
  { settings, asOf, categoryOf }: Ground,
): Continuity {
  const frozen: FrozenTender[] = [];
  const contractAt = new Map<ContractId, string>();
  const tenderAt = new Set<string>();
  const coordinatorAt = new Map<string, MemberId>();
  const soon = addMonths(asOf, settings.stability.frozenMonths);
  for (const earlier of previous?.tenders ?? []) {
    const category = categoryOf(earlier.category);
    const tender = {
      ...earlier,
      participations: earlier.participations.filter(({ member }) => !released(earlier, member)),
    };
    if (!category || tender.start <= asOf) continue;
    const launchOn = launchOf(tender.start, category);
    if (launchOn <= asOf) frozen.push({ tender, why: isPublished(tender, asOf) ? 'PUBLISHED' : 'UNDER_WAY' });
    else if (launchOn <= soon) frozen.push({ tender, why: 'LAUNCHING_SOON' });
    else if (accepted.has(tender.id)) frozen.push({ tender, why: 'ACCEPTED' });
    else {
      const place = placeOf(keyIdOf(tender.category, tender.territory), tender.start);
      tenderAt.add(place);
      if (tender.coordinator !== undefined) coordinatorAt.set(place, tender.coordinator);
      for (const { contract } of tender.participations) contractAt.set(contract, place);
    }
  }
  return { frozen, contractAt, tenderAt, coordinatorAt };
}

function isPublished({ milestones }: PreviousTender, asOf: Day): boolean {
  return milestones.some(({ code, from }) => code === PUBLICATION && from <= asOf);
}

/** The stage in which the call is out (stages.csv). */
const PUBLICATION = 'publication';
