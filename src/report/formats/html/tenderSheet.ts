/** What a tender's sheet says first: its facts, its contracts, what to mind. */
import type { MemberId } from '../../../domain/contract.ts';
import type { Cents } from '../../../domain/money.ts';
import type { Lot, Participation, Tender } from '../../../domain/plan.ts';
import { flagText } from '../../flagText.ts';
import { membersOf } from '../../sections/schedule.ts';
import { grouped } from '../../../domain/grouped.ts';
import { type Fragment, type Markup, markup } from './markup.ts';
import type { PageData } from './pageData.ts';
import { table } from './tables.ts';

/** Who buys together, who coordinates, for how much. */
export function tenderLead(tender: Tender, { texts, names }: PageData): Markup {
  const { format, report } = texts;
  const amounts = `${format.money(tender.annualAmount)} ${texts.page.figures.annualNote}`;
  return markup`<span>${format.list(membersOf(tender).map(names.member))}</span>
    <span>${texts.page.labelled(report.columns.coordinator, names.member(tender.coordinator))} · ${amounts} · ${report.columns.gain} ${format.money(tender.gain.expected)}</span>`;
}

/** Dates, duration, who, how, how much. */
export function facts(tender: Tender, data: PageData): Markup {
  const { texts } = data;
  const { format, page, report, plan, legal } = texts;
  const { duration, procedure } = tender;
  const months = page.tender.months({
    months: duration.months,
    firm: duration.firmMonths,
    renewals: duration.renewals,
    renewal: duration.renewalMonths,
  });
  const margin = format.money(Math.abs(procedure.margin) as Cents);
  const lines: readonly (readonly [string, Fragment])[] = [
    [page.tender.publication, format.day(tender.launchOn)],
    [report.columns.start, format.day(tender.start)],
    [page.tender.duration, months],
    [page.tender.endsOn, format.day(duration.endsOn)],
    [
      report.columns.procedure,
      `${plan.procedure[procedure.code]}, ${legal.publication[procedure.publication]}`,
    ],
    [report.columns.estimated, format.money(tender.estimatedValue)],
    [
      page.tender.threshold,
      page.tender.againstThreshold(format.money(procedure.threshold), margin, procedure.margin < 0),
    ],
    [page.tender.lots, tender.lots.map(lot => lotText(lot, data)).join(' ; ')],
  ];
  return markup`<dl class=facts>${lines.map(([label, value]) => markup`<div><dt>${label}<dd>${value}</div>`)}</dl>`;
}

function lotText({ id, by, annualAmount }: Lot, { names, texts }: PageData): string {
  if (by === 'whole') return texts.page.tender.wholeLot;
  return `${by === 'member' ? names.member(id as MemberId) : id} ${texts.format.money(annualAmount)}`;
}

/** The contracts that it joins: how each gets there, by when that is decided, and what else was possible. */
export function participants(tender: Tender, data: PageData): Markup {
  const { texts } = data;
  const { columns } = texts.report;
  return table(
    texts.page.tender.headings.participants,
    [
      { label: columns.member },
      { label: columns.contract },
      { label: columns.lever },
      { label: columns.leavesOn },
      { label: columns.joinsOn },
      { label: texts.page.columns.by },
      { label: columns.annual, figures: true },
      { label: columns.gain, figures: true },
    ],
    tender.participations.map(participation => participantRow(participation, data)),
  );
}

function participantRow(participation: Participation, { names, texts }: PageData): Fragment[] {
  const { format, plan, page } = texts;
  const { member, contract, lever, decideBy, otherLevers } = participation;
  const read = names.contract(contract);
  const others = otherLevers.map(other =>
    page.tender.lever(plan.lever[other.lever], format.day(other.joinsOn), format.money(other.gain)),
  );
  return [
    names.member(member),
    [names.contractLabel(contract), read?.supplier && markup`<small>${read.supplier}</small>`],
    [
      plan.lever[lever],
      others.length > 0 && markup`<small>${page.tender.otherLevers(others.join(' ; '))}</small>`,
    ],
    format.day(participation.leavesOn),
    format.day(participation.joinsOn),
    decideBy ? format.day(decideBy) : '—',
    read?.amount?.annual !== undefined && format.money(read.amount.annual),
    format.money(participation.gain),
  ];
}

/** What to mind: dates that are too short, a date on which much rests, why it was not open to the search. */
export function warnings(tender: Tender, data: PageData): Markup | false {
  const { texts, names } = data;
  const { page, format } = texts;
  const { fragility, frozen } = tender;
  const sentences = [
    ...(frozen ? [page.tender.frozen[frozen]] : []),
    ...tender.warnings.map(warning => flagText(warning, texts)),
    ...(fragility
      ? [page.tender.fragile(names.contractLabel(fragility.contract), format.money(fragility.loss))]
      : []),
    ...participantFlags(tender, data),
  ];
  return (
    sentences.length > 0 &&
    markup`<ul class=warnings>${sentences.map(sentence => markup`<li>${sentence}`)}</ul>`
  );
}

/** What is to be minded of some of the contracts, said once with the members concerned. */
function participantFlags({ participations }: Tender, { texts, names }: PageData): string[] {
  const flags = participations.flatMap(({ member, flags: own }) =>
    own.map(flag => ({ member, sentence: flagText(flag, texts) })),
  );
  return [...grouped(flags, ({ sentence }) => sentence)].map(([sentence, concerned]) => {
    const members = new Set(concerned.map(({ member }) => names.member(member)));
    return texts.page.labelled(texts.format.list([...members]), sentence);
  });
}
