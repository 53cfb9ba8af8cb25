/** The key figures: what a director retains. */
import { type Cents, sumCents } from '../../../domain/money.ts';
import type { PageData } from './pageData.ts';
import { contractsOf } from './pageData.ts';
import { type Fragment, type Markup, markup } from './markup.ts';

export function keyFigures({ outcome, texts }: PageData): Markup {
  const { format } = texts;
  const { figures, headings } = texts.page;
  const { tenders, decisions } = outcome.plan;
  const total = (of: (tender: (typeof tenders)[number]) => Cents): string =>
    format.money(sumCents(tenders.map(of)));
  const missed = decisions.filter(({ status }) => status === 'missed').length;
  const urgent = decisions.filter(({ status }) => status === 'urgent').length;
  const first = tenders[0];
  return markup`<section aria-labelledby="figures"><h2 id="figures" class=unseen>${headings.figures}</h2><dl class=figures>
    ${figure(format.number(tenders.length), figures.tenders, first && figures.firstLaunch(format.quarter(first.launch)))}
    ${figure(
      format.number(tenders.flatMap(contractsOf).length),
      figures.contracts,
      figures.outOf(format.count(outcome.contracts.length, 'contract')),
    )}
    ${figure(
      total(({ annualAmount }) => annualAmount),
      figures.annual,
      figures.annualNote,
    )}
    ${figure(
      total(({ gain }) => gain.expected),
      figures.gain,
      figures.gainBetween(
        total(({ gain }) => gain.low),
        total(({ gain }) => gain.high),
      ),
    )}
    ${figure(format.number(urgent), figures.urgent, figures.missed(missed), urgent + missed > 0)}
    </dl></section>`;
}

function figure(value: string, label: string, note: Fragment, pressing = false): Markup {
  return markup`<div${pressing && markup` class="pressing"`}><dt>${label}</dt><dd>${value}</dd><dd class=note>${note}</dd></div>`;
}
