/** Why a joint tender is as it is: its gain part by part, its other dates, who else buys the same. */
import type { CategoryId } from '../../domain/category.ts';
import type { ContractId } from '../../domain/contract.ts';
import type { Cents } from '../../domain/money.ts';
import type { Outcome } from '../../domain/outcome.ts';
import type { Alternative, GainPart, Tender } from '../../domain/plan.ts';
import type { Texts } from '../../i18n/texts.ts';
import type { Names } from '../names.ts';
import { aloneSentence } from '../sections/alone.ts';
import { type TableRow, row } from '../table.ts';
import { type Chapter, chapter, columnsOf } from './story.ts';

/** The rules that a gain is the exact sum of. */
export function gainChapter(parts: readonly GainPart[], total: Cents, texts: Texts): Chapter {
  const rows = parts.map(({ rule, amount }) => row(texts.plan.gainRule[rule], { amount }));
  return chapter(
    'gain',
    {
      table: {
        columns: columnsOf(texts, 'rule', 'amount'),
        rows: [...rows, row(texts.explain.total, { amount: total })],
      },
    },
    texts,
  );
}

/** Other starts, what each would cost, which tender it would push out, and the best of them. */
export function nextChapter(tender: Tender, outcome: Outcome, names: Names, texts: Texts): Chapter {
  const { explain, format } = texts;
  const { alternatives } = tender;
  const best = bestOf(alternatives);
  return chapter(
    'next',
    {
      sentences: [
        quarterSentence(tender, outcome, texts),
        ...(best
          ? [explain.nextBest(format.day(best.start), format.money(best.net)), explain.netExplained]
          : [explain.noAlternative]),
      ],
      table: {
        columns: columnsOf(texts, 'start', 'launch', 'gain', 'difference', 'instead'),
        rows: alternatives.map(alternative =>
          row(
            { day: alternative.start },
            format.quarter(alternative.launch),
            { amount: alternative.gain },
            { amount: alternative.delta },
            slotText(alternative, outcome, names, texts),
          ),
        ),
      },
    },
    texts,
  );
}

/** The other start that would cost the plan least; the earliest of several. */
function bestOf(alternatives: readonly Alternative[]): Alternative | undefined {
  return alternatives.toSorted((a, b) => b.net - a.net || (a.start < b.start ? -1 : 1))[0];
}

function quarterSentence({ launch }: Tender, { plan }: Outcome, { explain, format }: Texts): string {
  const load = plan.quarters.find(({ quarter }) => quarter === launch);
  return explain.quarter({
    quarter: format.quarter(launch),
    launches: load?.launches ?? 1,
    capacity: load?.capacity,
    price: load && load.price > 0 ? format.money(load.price) : undefined,
  });
}

function slotText({ free, displaces }: Alternative, { plan }: Outcome, names: Names, texts: Texts): string {
  const { slotFree, slotTaken, displaces: instead } = texts.page.tender;
  const displaced = plan.tenders.find(({ id }) => id === displaces);
  if (free) return slotFree;
  return displaced ? instead(`${names.tender(displaced)}, ${texts.format.day(displaced.start)}`) : slotTaken;
}

/** Every contract of the group that buys the same, and where each of them is: why these members and no other. */
export function othersChapter(
  category: CategoryId,
  here: { readonly tender?: Tender; readonly contract?: ContractId },
  { contracts, plan }: Outcome,
  names: Names,
  texts: Texts,
): Chapter {
  const { explain, format } = texts;
  const tenderOf = new Map(
    plan.tenders.flatMap(tender => tender.participations.map(p => [p.contract, tender])),
  );
  const aloneOf = new Map(plan.alone.map(alone => [alone.contract, alone]));
  const where = (id: ContractId): string => {
    const tender = tenderOf.get(id);
    if (tender)
      return tender === here.tender ? explain.sameTender : explain.inTender(format.day(tender.start));
    const reason = aloneOf.get(id)?.reason;
    return reason ? `${texts.plan.alone[reason.code].label} : ${aloneSentence(reason, names, texts)}` : '';
  };
  const rows = contracts
    .filter(contract => contract.category.id === category && contract.id !== here.contract)
    .map(({ id, member, territory, term }): TableRow =>
      row(
        names.member(member),
        names.contractLabel(id),
        territory ?? null,
        term.currentEnd ? { day: term.currentEnd } : null,
        where(id),
      ),
    );
  const name = names.category(category);
  return chapter(
    'others',
    {
      sentences: [rows.length > 0 ? explain.othersLead(name) : explain.nobodyElse(name)],
      table: { columns: columnsOf(texts, 'member', 'contract', 'territory', 'currentEnd', 'where'), rows },
    },
    texts,
  );
}
