/** What was understood of a contract: its category, its term, the ends at which it can stop, its amount. */
import type { Contract } from '../../domain/contract.ts';
import type { Day } from '../../domain/day.ts';
import type { Outcome } from '../../domain/outcome.ts';
import { type Term, exitsOf, noticeDeadlineFor } from '../../domain/term.ts';
import type { Texts } from '../../i18n/texts.ts';
import type { Names } from '../names.ts';
import { type Cell, row } from '../table.ts';
import { type Chapter, chapter, columnsOf, facts } from './story.ts';

export function categoryChapter({ category }: Contract, names: Names, texts: Texts): Chapter {
  const { id, confidence, basis, runnerUp, also = [] } = category;
  const { categories, report } = texts;
  const verdict =
    basis === 'none'
      ? `${names.category(id)}. ${categories.undecided}`
      : categories.verdict({
          category: names.category(id),
          confidence: report.confidence[confidence],
          basis: categories.basis[basis],
        });
  return chapter(
    'category',
    {
      facts: facts(
        [
          ['chosen', verdict],
          ['runnerUp', runnerUp && names.category(runnerUp)],
          ['also', also.length > 0 ? texts.format.list(also.map(names.category)) : null],
        ],
        texts,
      ),
    },
    texts,
  );
}

export function termChapter({ term, status }: Contract, asOf: Day, texts: Texts): Chapter {
  const { explain, format, report } = texts;
  const day = (value: Day | undefined): Cell => (value ? { day: value } : null);
  const { noticeDeadline: deadline } = term;
  return chapter(
    'term',
    {
      sentences: term.openEnded ? [explain.openEnded] : term.currentEnd ? [] : [explain.noEnd],
      facts: facts(
        [
          ['status', report.status[status]],
          ['start', day(term.start)],
          ['firmEnd', day(term.firmEnd)],
          ['renewal', renewalText(term, texts)],
          ['currentEnd', day(term.currentEnd)],
          ['latestEnd', day(term.latestEnd)],
          ['notice', term.notice ? explain.noticeLength(term.notice) : explain.notSaid],
          [
            'noticeDeadline',
            deadline && deadline < asOf ? explain.passed(format.day(deadline)) : day(deadline),
          ],
        ],
        texts,
      ),
    },
    texts,
  );
}

function renewalText({ renewal, renewals, renewalMonths }: Term, { explain }: Texts): string {
  const renews = (renewal === 'tacit' || renewal === 'express') && renewals !== 0;
  return renews
    ? `${explain.renewal[renewal]}, ${explain.renewals(renewals, renewalMonths)}`
    : explain.renewal[renewal];
}

/** Every end within the plan's horizon, and the last day to say that one stops there. */
export function exitsChapter({ term }: Contract, { plan }: Outcome, texts: Texts): Chapter | undefined {
  const ends = exitsOf(term, plan.horizon.to);
  if (ends.length === 0) return undefined;
  const deadline = (end: Day): Cell => {
    if (!term.notice) return null;
    const day = noticeDeadlineFor(end, term.notice);
    return day < plan.asOf ? texts.explain.passed(texts.format.day(day)) : { day };
  };
  const rows = ends.map(end => row({ day: end }, deadline(end)));
  return chapter('exits', { table: { columns: columnsOf(texts, 'end', 'notice'), rows } }, texts);
}

export function amountChapter({ amount }: Contract, texts: Texts): Chapter {
  const { explain, format } = texts;
  if (!amount) return chapter('amount', { sentences: [explain.noAmount] }, texts);
  const { stated, period, vat, annual, derivation, months, vatRate } = amount;
  const how = derivation === 'divided' ? explain.derivation.divided(months) : explain.derivation[derivation];
  return chapter(
    'amount',
    {
      facts: facts(
        [
          ['stated', `${format.money(stated)} ${explain.vat[vat]}, ${explain.period[period]}`],
          ['annual', annual === undefined ? null : { amount: annual }],
          ['derivation', vatRate === undefined ? how : `${how}, ${explain.converted(format.rate(vatRate))}`],
        ],
        texts,
      ),
    },
    texts,
  );
}
