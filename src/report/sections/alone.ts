import type { MemberId } from '../../domain/contract.ts';
import type { Outcome } from '../../domain/outcome.ts';
import { ALONE_CODES, type Alone } from '../../domain/plan.ts';
import type { Texts } from '../../i18n/texts.ts';
import { type Names, namesOf } from '../names.ts';
import { type Heading, type Section, type TableRow, columns, row } from '../table.ts';

/** The contracts that are in no tender, each with its reason, in the order of the reasons. */
export function aloneSection(outcome: Outcome, texts: Texts): Section {
  const names = namesOf(outcome, texts.language);
  const { alone } = outcome.plan;
  const rank = new Map(ALONE_CODES.map((code, index) => [code, index]));
  const ordered = [...alone].sort((a, b) => rank.get(a.reason.code)! - rank.get(b.reason.code)!);
  return {
    ...aloneHeading(outcome, texts),
    columns: columns(texts, 'reason', 'member', 'contract', 'category', 'explanation', 'nextExit', 'by'),
    rows: ordered.map(item => aloneRow(item, names, texts)),
  };
}

/** How many contracts are in no tender, by reason. */
export function aloneHeading({ plan }: Outcome, texts: Texts): Heading {
  return { id: 'alone', title: texts.report.sections.alone, lead: countsByReason(plan.alone, texts) };
}

function countsByReason(alone: readonly Alone[], { format, plan, report }: Texts): string[] {
  return ALONE_CODES.flatMap(code => {
    const count = alone.filter(item => item.reason.code === code).length;
    return count === 0 ? [] : [report.aloneCount(format.count(count, 'contract'), plan.alone[code].label)];
  });
}

function aloneRow({ contract, reason, nextExit, decideBy }: Alone, names: Names, texts: Texts): TableRow {
  const { plan } = texts;
  const read = names.contract(contract);
  return row(
    plan.alone[reason.code].label,
    read ? names.member(read.member) : null,
    names.contractLabel(contract),
    read ? names.category(read.category.id) : null,
    aloneSentence(reason, names, texts),
    nextExit ? { day: nextExit } : null,
    decideBy ? { day: decideBy } : null,
  );
}

/** Why a contract is alone, members by their names. */
export function aloneSentence({ code, params }: Alone['reason'], names: Names, { plan }: Texts): string {
  const partner = typeof params.partner === 'string' && { partner: names.member(params.partner as MemberId) };
  return plan.alone[code].sentence({ ...params, ...partner });
}
