/**
 * Invented groups of any size, for measuring and testing the planner: patterns, notices and amounts as registers show
 * them, drawn from a seed. The same seed gives the same group everywhere.
 */
import type { Category, CategoryId } from '../src/domain/category.ts';
import type { Contract, ContractId, Member, MemberId } from '../src/domain/contract.ts';
import { type Day, addDays, addMonths, day } from '../src/domain/day.ts';
import { cents } from '../src/domain/money.ts';
import { type Term, type TermReading, endOfPeriod, termOn } from '../src/domain/term.ts';

export interface Instance {
  readonly asOf: Day;
  readonly members: readonly Member[];
  readonly contracts: readonly Contract[];
  readonly categoryOf: (id: CategoryId) => Category | undefined;
}

export interface InstanceSize {
  readonly members: number;
  readonly categories: number;
  /** Separate regions, each with its own members; every category is then bought within a region. */
  readonly regions?: number;
  /** Contracts of a member in a category, on average. */
  readonly density?: number;
}

const AS_OF = day('2026-11-22');

/** Numbers in [0, 1) from a seed (mulberry32). */
function numbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let x = Math.imul(state ^ (state >>> 15), state | 1);
    x ^= x + Math.imul(x ^ (x >>> 7), x | 61);
    return ((x ^ (x >>> 14)) >>> 0) / 4_294_967_296;
  };
}

interface Pattern {
  readonly weight: number;
  readonly firmMonths: number;
  readonly renewals: number;
  readonly renewalMonths: number;
  readonly renewal: TermReading['renewal'];
}

const PATTERNS: readonly Pattern[] = [
  { weight: 30, firmMonths: 48, renewals: 0, renewalMonths: 0, renewal: 'none' },
  { weight: 35, firmMonths: 12, renewals: 3, renewalMonths: 12, renewal: 'tacit' },
  { weight: 12, firmMonths: 24, renewals: 2, renewalMonths: 12, renewal: 'tacit' },
  { weight: 8, firmMonths: 36, renewals: 1, renewalMonths: 12, renewal: 'tacit' },
  { weight: 10, firmMonths: 12, renewals: 3, renewalMonths: 12, renewal: 'express' },
  { weight: 5, firmMonths: 36, renewals: 0, renewalMonths: 0, renewal: 'none' },
];
const NOTICES = [1, 2, 3, 3, 3, 4, 6];
const LEADS = [6, 7, 8, 9, 9, 9, 9, 12];

export function instance(size: InstanceSize, seed: number): Instance {
  const random = numbers(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const { regions = 1, density = 1.45 } = size;
  const categories = Array.from({ length: size.categories }, (_, c) =>
    categoryNo(c, regions > 1, pick, random),
  );
  const byId = new Map(categories.map(category => [category.id, category]));
  const members: Member[] = [];
  const contracts: Contract[] = [];
  for (let region = 0; region < regions; region += 1) {
    const territory = regions > 1 ? `region-${pad(region)}` : undefined;
    for (let m = 0; m < size.members; m += 1) {
      const id = `${territory ?? 'member'}-${pad(m)}` as MemberId;
      members.push({ id, name: id, territories: territory ? [territory] : [] });
      for (const category of categories) {
        const count = countFor(density, random);
        for (let k = 0; k < count; k += 1) {
          contracts.push(contractOf(id, category, k, termFor(pick, random), amountFor(random), territory));
        }
      }
    }
  }
  return { asOf: AS_OF, members, contracts, categoryOf: id => byId.get(id) };
}

/** The same group with a part of its final ends moved by up to so many months, as better data would show them. */
export function perturbed(group: Instance, seed: number, part: number, months: number): Instance {
  const random = numbers(seed);
  const contracts = group.contracts.map(contract => {
    const draw = random();
    const by = Math.round(random() * 2 * months) - months;
    if (draw >= part || by === 0) return contract;
    const { start, firmMonths } = contract.term;
    const moved = addMonths(start!, by);
    const reading: TermReading = {
      ...readingOf(contract.term),
      start: moved,
      firmEnd: endOfPeriod(moved, firmMonths!),
    };
    const term = termOn(reading, group.asOf);
    return term.currentEnd! < group.asOf ? contract : { ...contract, term };
  });
  return { ...group, contracts };
}

/** The same contracts in another order. */
export function shuffled<T>(list: readonly T[], seed: number): T[] {
  const random = numbers(seed);
  const result = [...list];
  for (let k = result.length - 1; k > 0; k -= 1) {
    const j = Math.floor(random() * (k + 1));
    [result[k], result[j]] = [result[j]!, result[k]!];
  }
  return result;
}

function readingOf(term: Term): TermReading {
  const { currentEnd: _current, latestEnd: _latest, noticeDeadline: _deadline, ...reading } = term;
  return reading;
}

function categoryNo(
  c: number,
  local: boolean,
  pick: <T>(list: readonly T[]) => T,
  random: () => number,
): Category {
  const id = `CAT${pad(c)}` as CategoryId;
  const yearly = random() < 0.08;
  return {
    id,
    label: { fr: id, en: id },
    nature: pick(['S', 'S', 'S', 'S', 'F', 'T']),
    reach: local ? 'local' : 'regional',
    socialRegime: 'no',
    cpv: [],
    usualMonths: pick([48, 48, 48, 48, 36]),
    minimumMonths: 12,
    maximumMonths: 60,
    pattern: '12+3x12',
    leadMonths: pick(LEADS),
    jointFit: 3,
    ...(yearly && { startsOn: '01-01' }),
    source: 'invented',
  };
}

function countFor(density: number, random: () => number): number {
  const whole = Math.floor(density);
  // One less, as many, or one more, so that the mean is the density and some members buy nothing.
  const spread = random();
  const base = whole + (random() < density - whole ? 1 : 0);
  return Math.max(0, spread < 0.25 ? base - 1 : spread > 0.75 ? base + 1 : base);
}

function termFor(pick: <T>(list: readonly T[]) => T, random: () => number): Term {
  let draw = random() * PATTERNS.reduce((sum, { weight }) => sum + weight, 0);
  const pattern = PATTERNS.find(({ weight }) => (draw -= weight) < 0)!;
  const whole = pattern.firmMonths + pattern.renewals * pattern.renewalMonths;
  const elapsed = Math.floor(random() * whole);
  const aligned = random() < 0.5 ? addMonths(day('2027-01-01'), -Math.ceil(elapsed / 12) * 12) : undefined;
  const start = aligned ?? addDays(addMonths(AS_OF, -elapsed), Math.floor(random() * 9) - 21);
  const renewed = pattern.renewal === 'express' ? { statedRunning: true } : {};
  return termOn(
    {
      start,
      firmMonths: pattern.firmMonths,
      renewal: pattern.renewal,
      ...(pattern.renewals > 0 && { renewals: pattern.renewals, renewalMonths: pattern.renewalMonths }),
      notice: random() < 0.15 ? { days: 90 } : { months: pick(NOTICES) },
      ...renewed,
    },
    AS_OF,
  );
}

/** Log-normal: half under 45 000 € a year, one in forty above 300 000 €. */
function amountFor(random: () => number): number {
  const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  return Math.round(45_000 * Math.exp(0.95 * normal));
}

function contractOf(
  member: MemberId,
  category: Category,
  k: number,
  term: Term,
  annual: number,
  territory: string | undefined,
): Contract {
  const reference = `${category.id}-${k}`;
  return {
    id: `${member}/${reference}` as ContractId,
    member,
    reference,
    title: `${category.id} ${k}`,
    ...(territory !== undefined && { territory }),
    status: term.currentEnd && term.currentEnd < AS_OF ? 'ended' : 'running',
    category: { id: category.id, confidence: 'high', basis: 'column' },
    term,
    amount: {
      stated: cents(annual),
      period: 'annual',
      vat: 'ht',
      annual: cents(annual),
      derivation: 'as-stated',
    },
    source: { file: 'invented.csv', row: k + 2 },
  };
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}
