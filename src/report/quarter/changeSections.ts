/** What changed between two runs, as tables. */
import type { ContractChange, DecisionOutcome, LayoutChange, TenderChange } from '../../domain/changes.ts';
import type { CategoryId } from '../../domain/category.ts';
import type { ContractId, MemberId } from '../../domain/contract.ts';
import type { Decision } from '../../domain/decision.ts';
import type { Tender, TenderId } from '../../domain/plan.ts';
import type { FileQuality } from '../../domain/quality.ts';
import type { RulingKind } from '../../domain/ruling.ts';
import type { QuarterSectionId } from '../../i18n/quarterTexts.ts';
import type { Texts } from '../../i18n/texts.ts';
import { type Names, namesOf } from '../names.ts';
import { actsTable, isCommonAct } from '../sections/brief.ts';
import { shortLabel } from '../shortNames.ts';
import { type Emphasis, type Section, type TableRow, columns, row } from '../table.ts';
import type { ComparedRuns } from './subject.ts';

/** The parts that need two runs. */
export const CHANGE_SECTIONS = {
  tenderChanges,
  contractChanges,
  followUp,
  layoutChanges,
  qualityChanges,
} satisfies Partial<Record<QuarterSectionId, (runs: ComparedRuns, texts: Texts) => Section>>;

/** « Du … au … », the gain then and now, members that came and went. */
export function changesLead(
  { changes, before, after }: ComparedRuns,
  { format, quarter, language }: Texts,
): string[] {
  const { asOf, objective, membersIn, membersOut } = changes;
  const [was, now] = [namesOf(before, language), namesOf(after, language)];
  return [
    quarter.between(asOf.before, asOf.after),
    quarter.gains(format.money(objective.before), format.money(objective.after)),
    ...(membersIn.length > 0 ? [quarter.members.came(membersIn.map(now.member).join(', '))] : []),
    ...(membersOut.length > 0 ? [quarter.members.gone(membersOut.map(was.member).join(', '))] : []),
  ];
}

/** What both runs call things: the later run's names where it has them. */
interface NamesOfRuns {
  readonly was: Names;
  readonly now: Names;
  readonly contract: (id: ContractId) => string;
  readonly tender: (id: TenderId) => string;
}

function namesOfRuns({ before, after }: ComparedRuns, { language, format }: Texts): NamesOfRuns {
  const [was, now] = [namesOf(before, language), namesOf(after, language)];
  const tenders = new Map<TenderId, Tender>(
    [...before.plan.tenders, ...after.plan.tenders].map(tender => [tender.id, tender]),
  );
  return {
    was,
    now,
    contract: id => (now.contract(id) ? now : was).contractLabel(id),
    tender: id => {
      const tender = tenders.get(id);
      return tender ? `${shortLabel(now.tender(tender))}, ${format.day(tender.start)}` : id;
    },
  };
}

function tenderChanges(runs: ComparedRuns, texts: Texts): Section {
  const names = namesOfRuns(runs, texts);
  const news = runs.changes.tenders.filter(({ kind, coordinator }) => kind !== 'kept' || coordinator);
  const kept = runs.changes.tenders.length - news.length;
  return {
    id: 'tenderChanges',
    title: texts.quarter.sections.tenderChanges,
    lead: [
      ...(news.length === 0 ? [texts.quarter.nothingHere.tenderChanges!] : []),
      ...(kept > 0 ? [texts.quarter.keptTenders(kept)] : []),
    ],
    columns: columns(texts, 'kind', 'category', 'start', 'gain', 'explanation'),
    rows: news.map(change => tenderRow(change, runs, names, texts)),
  };
}

const TENDER_EMPHASIS: Readonly<Partial<Record<TenderChange['kind'], Emphasis>>> = {
  dropped: 'late',
  moved: 'soon',
  shrunk: 'soon',
};

function tenderRow(change: TenderChange, runs: ComparedRuns, names: NamesOfRuns, texts: Texts): TableRow {
  const { format, quarter } = texts;
  const { kind, start, gain, tender } = change;
  const found = [...runs.after.plan.tenders, ...runs.before.plan.tenders].find(({ id }) => id === tender)!;
  const moved = start.before !== start.after;
  return {
    emphasis: TENDER_EMPHASIS[kind] ?? 'none',
    cells: [
      kind === 'kept' ? quarter.coordinatorOnly : quarter.tender[kind],
      names.now.tender(found),
      moved ? quarter.fromTo(format.day(start.before), format.day(start.after)) : format.day(found.start),
      { amount: kind === 'dropped' || kind === 'started' ? gain.before : gain.after },
      [movesText(change, names, texts), becauseText(change, names, texts)].filter(Boolean).join(' ; ') ||
        null,
    ],
  };
}

/** Who and what came and went. */
function movesText(change: TenderChange, names: NamesOfRuns, { quarter, plan }: Texts): string {
  const { kind, membersIn, membersOut, contractsOut, coordinator } = change;
  if (kind === 'new' || kind === 'started')
    return membersList(kind === 'new' ? membersIn : membersOut, names);
  const fates = contractsOut.map(({ contract, now }) => {
    const label = names.contract(contract);
    if (now.kind === 'tender') return quarter.fate.tender(label, names.tender(now.tender));
    return now.kind === 'gone'
      ? quarter.fate.gone(label)
      : quarter.fate.alone(label, plan.alone[now.reason.code].label);
  });
  return [
    membersIn.length > 0 && quarter.joins(membersList(membersIn, names)),
    membersOut.length > 0 && kind !== 'dropped' && quarter.leaves(membersList(membersOut, names)),
    ...fates,
    coordinator &&
      quarter.otherCoordinator(names.was.member(coordinator.before), names.now.member(coordinator.after)),
  ]
    .filter(Boolean)
    .join(' ; ');
}

function membersList(members: readonly MemberId[], { was, now }: NamesOfRuns): string {
  return members.map(id => (now.member(id) === id ? was.member(id) : now.member(id))).join(', ');
}

function becauseText({ why }: TenderChange, names: NamesOfRuns, texts: Texts): string {
  if (why.length === 0) return '';
  return texts.quarter.because(why.map(reason => tenderReason(reason, names, texts)).join(' ; '));
}

function tenderReason(
  { code, params }: TenderChange['why'][number],
  names: NamesOfRuns,
  { quarter }: Texts,
): string {
  return quarter.tenderReason[code]({
    ...params,
    ...(params.contract !== undefined && { contract: names.contract(params.contract as ContractId) }),
    ...(params.member !== undefined && { member: membersList([params.member as MemberId], names) }),
    ...(params.decision !== undefined && { decision: quarter.ruling[params.decision as RulingKind] }),
  });
}

function contractChanges(runs: ComparedRuns, texts: Texts): Section {
  const names = namesOfRuns(runs, texts);
  const { contracts } = runs.changes;
  // Renewals that came as foreseen are most of the changes, and the least of the news.
  const [renewals, news] = [contracts.filter(isRenewal), contracts.filter(change => !isRenewal(change))];
  return {
    id: 'contractChanges',
    title: texts.quarter.sections.contractChanges,
    lead: [
      ...(contracts.length === 0 ? [texts.quarter.nothingHere.contractChanges!] : []),
      ...(renewals.length > 0 ? [texts.quarter.renewals(renewals.length)] : []),
    ],
    columns: columns(texts, 'kind', 'member', 'contract', 'category', 'explanation'),
    rows: [...news, ...renewals].map(change => contractRow(change, names, texts)),
  };
}

/** Nothing but a renewal that its term foresaw. */
function isRenewal({ kind, what }: ContractChange): boolean {
  return kind === 'changed' && what.every(({ code }) => code === 'RENEWED');
}

const CONTRACT_EMPHASIS: Readonly<Partial<Record<ContractChange['kind'], Emphasis>>> = { vanished: 'late' };

function contractRow(change: ContractChange, names: NamesOfRuns, texts: Texts): TableRow {
  const { quarter, report } = texts;
  const { kind, contract, successor, was, what } = change;
  const found = names.now.contract(contract) ?? names.was.contract(contract);
  const renamed = what.some(({ code }) => code === 'REFERENCE');
  return {
    emphasis: CONTRACT_EMPHASIS[kind] ?? 'none',
    cells: [
      quarter.contract[kind],
      membersList([change.member], names),
      names.contract(contract),
      found ? names.now.category(found.category.id) : null,
      [
        ...what.map(item => contractChangeText(item, names, texts)),
        ...(was && !renamed ? [quarter.wasNumbered(was)] : []),
        ...(kind !== 'changed' && found?.term.currentEnd
          ? [`${report.columns.currentEnd} : ${texts.format.day(found.term.currentEnd)}`]
          : []),
        ...(successor ? [quarter.followedBy(names.contract(successor))] : []),
      ].join(' ; ') || null,
    ],
  };
}

/** Categories by their names. */
function contractChangeText(
  { code, params }: ContractChange['what'][number],
  { now }: NamesOfRuns,
  { quarter }: Texts,
): string {
  const named = (value: string | number | undefined): string => now.category(String(value) as CategoryId);
  return quarter.contractChange[code](
    code === 'CATEGORY' ? { before: named(params.before), after: named(params.after) } : params,
  );
}

/** Outcomes that are told act by act, in this order; the others are counted. */
const TOLD: readonly (readonly [DecisionOutcome['outcome'], Emphasis])[] = [
  ['missed', 'late'],
  ['unconfirmed', 'soon'],
  ['dropped', 'none'],
  ['met', 'none'],
];

/** What became of the acts that the earlier plan asked for; those still to come, and what ran on by itself, are counted. */
function followUp(runs: ComparedRuns, texts: Texts): Section {
  const { decisions } = runs.changes;
  const { quarter } = texts;
  const of = (wanted: DecisionOutcome['outcome']): readonly Decision[] =>
    decisions.flatMap(({ decision, outcome }) => (outcome === wanted ? [decision] : []));
  return {
    id: 'followUp',
    title: quarter.sections.followUp,
    lead: [
      decisions.length === 0
        ? quarter.nothingHere.followUp!
        : quarter.outcomes({
            met: of('met').length,
            missed: of('missed').length,
            'ran-on': of('ran-on').length,
            unconfirmed: of('unconfirmed').length,
            pending: of('pending').length,
            dropped: of('dropped').length,
          }),
      ...(of('missed').length + of('unconfirmed').length > 0 ? [quarter.outcomesHow] : []),
    ],
    columns: columns(texts, 'outcome', 'by', 'members', 'step', 'contract'),
    rows: TOLD.flatMap(([outcome, emphasis]) => {
      // A survey or a signature that is not needed any more asks nothing of anybody.
      const told = of(outcome).filter(({ code }) => outcome !== 'dropped' || !isCommonAct(code));
      return actsTable(told, runs.before, texts).rows.map(({ cells: [by, , ...rest] }) => ({
        emphasis,
        cells: [quarter.outcome[outcome], by!, ...rest],
      }));
    }),
  };
}

function layoutChanges({ changes }: ComparedRuns, texts: Texts): Section {
  const { quarter } = texts;
  const rows = [
    ...changes.files.map(({ kind, file, sheet }) =>
      row(tableName(file, sheet), (sheet === undefined ? quarter.file : quarter.sheet)[kind]),
    ),
    ...changes.layouts.map(layout => layoutRow(layout, texts)),
  ];
  return {
    id: 'layoutChanges',
    title: quarter.sections.layoutChanges,
    lead: rows.length === 0 ? [quarter.nothingHere.layoutChanges!] : [],
    columns: columns(texts, 'file', 'explanation'),
    rows,
  };
}

const tableName = (file: string, sheet?: string): string => (sheet ? `${file} › ${sheet}` : file);

function layoutRow({ file, sheet, was, what }: LayoutChange, { quarter, fields }: Texts): TableRow {
  const told = (changes: LayoutChange['what']): string[] =>
    changes.map(({ code, field, params }) =>
      quarter.layout[code]({ ...params, ...(field && { field: fields[field] }) }),
    );
  const moved = told(what.filter(({ code }) => code === 'COLUMN_MOVED'));
  const others = told(what.filter(({ code }) => code !== 'COLUMN_MOVED'));
  return {
    emphasis: what.some(({ code }) => code === 'FIELD_LOST') ? 'late' : 'soon',
    cells: [
      tableName(file, sheet),
      [
        ...(was ? [quarter.renamed(was)] : []),
        ...others,
        ...(moved.length > 0 ? [quarter.moved(moved.join(', '))] : []),
      ].join(' ; '),
    ],
  };
}

function qualityChanges({ changes }: ComparedRuns, texts: Texts): Section {
  const { quarter } = texts;
  return {
    id: 'qualityChanges',
    title: quarter.sections.qualityChanges,
    lead: [],
    columns: columns(texts, 'file', 'before', 'after'),
    rows: changes.quality.map(({ file, sheet, before, after }) => {
      const [was, now] = [before && quarter.quality(before), quarter.quality(after)];
      return {
        emphasis:
          before && (after.errors > before.errors || unusable(after) > unusable(before)) ? 'soon' : 'none',
        cells: [tableName(file, sheet), was ?? null, was === now ? quarter.sameQuality : now],
      };
    }),
  };
}

/** Contracts in force or to come that cannot be planned. */
const unusable = ({ contracts, over, usable }: FileQuality): number => contracts - over - usable;
