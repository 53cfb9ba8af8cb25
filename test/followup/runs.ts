/** Runs written by hand: registers and plans of which a test says only what it is about. */
import type { Contract, ContractId, MemberId } from '../../src/domain/contract.ts';
import { type Day, addMonths, day, daysBetween, quarterOf } from '../../src/domain/day.ts';
import type { Decision, DecisionCode } from '../../src/domain/decision.ts';
import { cents } from '../../src/domain/money.ts';
import type { Outcome } from '../../src/domain/outcome.ts';
import type { AloneCode, Plan, Tender, TenderId } from '../../src/domain/plan.ts';
import type { ColumnReading, Source } from '../../src/domain/source.ts';
import { type TermReading, termOn } from '../../src/domain/term.ts';

/** Two quarterly meetings. */
export const THEN = day('2026-11-23');
export const NOW = day('2027-02-22');

export interface Facts {
  readonly reference?: string;
  readonly lot?: string;
  readonly title?: string;
  readonly supplier?: string;
  readonly category?: string;
  readonly territory?: string;
  /** Euros a year; `null` when it is not known. */
  readonly annual?: number | null;
  readonly status?: Contract['status'];
  readonly file?: string;
  readonly asOf?: Day;
}

/** `a/1` is a contract of the member `a`. */
export function contract(id: string, term: Partial<TermReading>, facts: Facts = {}): Contract {
  const member = id.split('/')[0]!;
  const { category = 'ASC', annual = 50_000, title = `Marché ${id}`, file = `${member}.csv` } = facts;
  const { reference, lot, supplier, territory, status = 'running', asOf = THEN } = facts;
  return {
    id: id as ContractId,
    member: member as MemberId,
    ...(reference !== undefined && { reference }),
    ...(lot !== undefined && { lot }),
    title,
    ...(supplier !== undefined && { supplier }),
    status,
    ...(territory !== undefined && { territory }),
    category: { id: category as Contract['category']['id'], confidence: 'high', basis: 'column' },
    term: termOn({ renewal: 'none', ...term }, asOf),
    ...(annual !== null && {
      amount: {
        stated: cents(annual),
        period: 'annual',
        vat: 'ht',
        annual: cents(annual),
        derivation: 'as-stated',
      },
    }),
    source: { file, row: 2 },
  };
}

/** Ends on a day and no later. */
export const until = (end: string): Partial<TermReading> => ({ firmEnd: day(end) });

/** Renews itself each year, three times at most, from a first year that begins on a day. */
export const yearly = (start: string, more: Partial<TermReading> = {}): Partial<TermReading> => ({
  start: day(start),
  firmMonths: 12,
  renewal: 'tacit',
  renewals: 3,
  renewalMonths: 12,
  notice: { months: 3 },
  ...more,
});

interface TenderFacts {
  /** The end at which every contract leaves for it. */
  readonly leavesOn?: string;
  readonly category?: string;
  readonly territory?: string;
  readonly start?: string;
  readonly launch?: string;
  readonly coordinator?: string;
  readonly gain?: number;
  readonly frozen?: Tender['frozen'];
  /** The whole identifier; by default category, territory, start and members. */
  readonly id?: string;
}

/** A tender of these contracts. */
export function tender(contracts: readonly string[], facts: TenderFacts = {}): Tender {
  const { category = 'ASC', territory, gain = 100_000, frozen, leavesOn } = facts;
  const start = day(facts.start ?? '2028-01-01');
  const members = [...new Set(contracts.map(id => id.split('/')[0]!))].sort();
  const place = [category, ...(territory === undefined ? [] : [territory]), start].join('-');
  const part = {
    id: (facts.id ?? `${place}-${members.join('')}`) as TenderId,
    category,
    ...(territory !== undefined && { territory }),
    start,
    launch: facts.launch ?? quarterOf(addMonths(start, -9)),
    coordinator: facts.coordinator ?? members[0],
    participations: [...contracts]
      .sort()
      .map(id => ({ member: id.split('/')[0], contract: id, ...(leavesOn && { leavesOn: day(leavesOn) }) })),
    gain: { low: cents(0), expected: cents(gain), high: cents(2 * gain), parts: [] },
    ...(frozen && { frozen }),
  };
  return part as unknown as Tender;
}

interface DecisionFacts {
  readonly end?: string | undefined;
  readonly tender?: TenderId;
  readonly asOf?: Day;
}

/** An act of the contracts' member, on a day. */
export function act(
  code: DecisionCode,
  by: string,
  contracts: readonly string[],
  { end, tender: of, asOf = THEN }: DecisionFacts = {},
): Decision {
  const margin = daysBetween(asOf, day(by));
  return {
    code,
    by: day(by),
    margin,
    status: margin < 0 ? 'missed' : margin <= 30 ? 'urgent' : 'open',
    member: contracts[0]!.split('/')[0]! as MemberId,
    ...(of && { tender: of }),
    contracts: contracts as readonly ContractId[],
    suppliers: [],
    params: { ...(end !== undefined && { end }) },
    lost: { code: 'SERVICE_STOPS', params: {} },
  };
}

interface RunFacts {
  readonly asOf?: Day;
  readonly contracts?: readonly Contract[];
  readonly tenders?: readonly Tender[];
  /** Contract → why it is in no tender; the others that no tender has are without a partner. */
  readonly alone?: Readonly<Record<string, AloneCode>>;
  readonly decisions?: readonly Decision[];
  readonly sources?: readonly Source[];
  readonly diagnostics?: Outcome['diagnostics'];
  readonly planDiagnostics?: Outcome['diagnostics'];
  readonly assumptions?: Plan['assumptions'];
  readonly members?: readonly string[];
  readonly categories?: NonNullable<Outcome['categories']>;
}

/** A register and its plan. */
export function run(facts: RunFacts = {}): Outcome {
  const { asOf = THEN, contracts = [], tenders = [], decisions = [], alone = {} } = facts;
  const joint = new Set<string>(tenders.flatMap(({ participations }) => participations.map(p => p.contract)));
  const members = facts.members ?? [...new Set(contracts.map(({ member }) => member))].sort();
  const plan = {
    asOf,
    tenders,
    decisions,
    alone: contracts
      .filter(({ id }) => !joint.has(id))
      .map(({ id, status }) => {
        const over = status === 'ended' || status === 'terminated';
        return { contract: id, reason: { code: alone[id] ?? (over ? 'ENDED' : 'NO_PARTNER'), params: {} } };
      }),
    members: members.map(id => ({ id })),
    assumptions: facts.assumptions ?? [],
    diagnostics: facts.planDiagnostics ?? [],
    optimality: { status: 'optimal', objective: cents(0), bound: cents(0), gap: 0 },
  };
  return {
    asOf,
    ...(facts.categories && { categories: facts.categories }),
    sources:
      facts.sources ?? [...new Set(contracts.map(({ source }) => source.file))].map(file => source(file)),
    members: members.map(id => ({ id: id as MemberId, name: id.toUpperCase(), territories: [] })),
    contracts,
    diagnostics: facts.diagnostics ?? [],
    plan: plan as unknown as Plan,
  };
}

/** A table read from a file, with the columns `heading → field`; `''` for one that is not read. */
export function source(
  file: string,
  columns: Readonly<Record<string, ColumnReading['field'] | ''>> = {},
  more: Partial<Source> = {},
): Source {
  return {
    file,
    encoding: 'UTF-8',
    delimiter: ';',
    headerRow: 1,
    rows: 1,
    contracts: 1,
    duplicates: 0,
    skipped: 0,
    rejected: 0,
    memberFrom: 'file-name',
    columns: Object.entries(columns).map(([heading, field], i) => ({
      column: String.fromCodePoint(65 + i),
      heading,
      ...(field && { field, basis: 'heading' as const }),
    })),
    ...more,
  };
}
