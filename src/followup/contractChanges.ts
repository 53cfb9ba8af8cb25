/** What became of the contracts of an earlier run. */
import type { ContractChange, ContractChangeCode } from '../domain/changes.ts';
import type { CodeParams, Coded } from '../domain/code.ts';
import type { Contract } from '../domain/contract.ts';
import type { Day } from '../domain/day.ts';
import type { Field } from '../domain/field.ts';
import { isOver } from '../domain/quality.ts';
import { type Notice, exitsOf } from '../domain/term.ts';
import { compareText, fold } from '../domain/text.ts';
import type { Matching } from './matching.ts';
import { type Successors, successorOf, successorsAmong } from './succession.ts';

/** Fields that the later export of a contract no longer has. */
export type LostFields = (contract: Contract) => ReadonlySet<Field>;

/** Which fields feed what, when it is no longer known. */
const FED_BY: Readonly<Partial<Record<ContractChangeCode, readonly Field[]>>> = {
  TERRITORY: ['territory', 'territoryCode', 'sites'],
  SUPPLIER: ['supplier'],
  NOTICE: ['notice'],
  LAST_END_MOVED: ['renewals', 'renewalDuration', 'latestEnd', 'totalDuration'],
};

/**
 * The changes, by member and identifier; contracts in which nothing differs are not among them. What is not known any
 * more because a whole column is gone is a change of the export, not of its contracts: `lost` tells it.
 */
export function contractChanges(
  { pairs, onlyBefore, onlyAfter }: Matching,
  lost: LostFields,
  asOf: Day,
): ContractChange[] {
  const present = successorsAmong([...pairs.map(([, after]) => after), ...onlyAfter]);
  const appeared = onlyAfter.map(({ id, member }): ContractChange => ({
    kind: 'appeared',
    member,
    contract: id,
    what: [],
  }));
  const gone = onlyBefore
    // What was over, and is not listed any more, is no news.
    .filter(contract => !isOver(contract))
    .map(contract => over(contract, present, { kind: isPast(contract, asOf) ? 'ended' : 'vanished' }));
  const both = pairs.flatMap(([before, after]) => changeOf(before, after, present, lost(after)) ?? []);
  return [...appeared, ...gone, ...both].toSorted(
    (a, b) => compareText(a.member, b.member) || compareText(a.contract, b.contract),
  );
}

function changeOf(
  before: Contract,
  after: Contract,
  present: Successors,
  lost: ReadonlySet<Field>,
): ContractChange | undefined {
  const what = differences(before, after).filter(
    ({ code, params }) => params.after !== undefined || !FED_BY[code]?.some(field => lost.has(field)),
  );
  const was = before.id === after.id ? {} : { was: before.id };
  if (!isOver(before) && isOver(after)) return { ...over(after, present, { kind: 'ended' }), ...was, what };
  if (what.length === 0) return undefined;
  return { kind: 'changed', member: after.member, contract: after.id, ...was, what };
}

function over(
  contract: Contract,
  present: Successors,
  { kind }: Pick<ContractChange, 'kind'>,
): ContractChange {
  const successor = successorOf(contract, present);
  return {
    kind,
    member: contract.member,
    contract: contract.id,
    ...(successor && { successor: successor.id }),
    what: [],
  };
}

function isPast({ term }: Contract, asOf: Day): boolean {
  const end = term.renewal === 'tacit' ? (term.latestEnd ?? undefined) : term.currentEnd;
  return end !== undefined && end < asOf;
}

type Difference = Coded<ContractChangeCode>;

/** What differs between two states of a contract, the gravest first. */
function differences(before: Contract, after: Contract): Difference[] {
  return [
    ...endChange(before, after),
    ...valueChange('START_MOVED', before.term.start, after.term.start),
    ...valueChange('NOTICE', noticeText(before.term.notice), noticeText(after.term.notice)),
    ...valueChange('RENEWAL_MODE', before.term.renewal, after.term.renewal),
    ...amountChange(before, after),
    ...valueChange('CATEGORY', before.category.id, after.category.id),
    ...(before.id === after.id ? [] : valueChange('REFERENCE', numberOf(before), numberOf(after))),
    ...textChange('SUPPLIER', before.supplier, after.supplier),
    ...textChange('TITLE', before.title, after.title),
    ...textChange('TERRITORY', before.territory, after.territory),
  ];
}

function endChange({ term: before }: Contract, { term: after }: Contract): Difference[] {
  const [from, to] = [before.currentEnd, after.currentEnd];
  const lastEnd = valueChange('LAST_END_MOVED', before.latestEnd, after.latestEnd);
  if (from === to) return lastEnd;
  if (from === undefined) return [change('END_KNOWN', { after: to! })];
  if (to === undefined) return [change('END_LOST', { before: from })];
  const foreseen = to > from && before.start === after.start && exitsOf(before, to).includes(to);
  if (!foreseen) return [change('END_MOVED', { before: from, after: to })];
  return [change('RENEWED', { before: from, after: to }), ...lastEnd];
}

function amountChange({ amount: before }: Contract, { amount: after }: Contract): Difference[] {
  const [from, to] = [before?.annual, after?.annual];
  if (from === to) return [];
  if (from === undefined) return [change('AMOUNT_KNOWN', { afterAmount: to! })];
  if (to === undefined) return [change('AMOUNT_LOST', { beforeAmount: from })];
  return [change('AMOUNT', { beforeAmount: from, afterAmount: to })];
}

/** A change of how a text is spelt is none. */
function textChange(code: ContractChangeCode, before?: string, after?: string): Difference[] {
  return fold(before ?? '') === fold(after ?? '') ? [] : valueChange(code, before, after);
}

function valueChange(code: ContractChangeCode, before?: string, after?: string): Difference[] {
  if (before === after) return [];
  return [change(code, { ...(before !== undefined && { before }), ...(after !== undefined && { after }) })];
}

function change(code: ContractChangeCode, params: CodeParams): Difference {
  return { code, params };
}

const numberOf = ({ reference, id }: Contract): string => reference ?? id;

function noticeText(notice: Notice | undefined): string | undefined {
  if (notice === undefined) return undefined;
  return 'months' in notice ? `${notice.months} m` : `${notice.days} d`;
}
