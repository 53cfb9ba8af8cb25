/** Why a tender is worth it: its gain part by part, each member's share, its stages, its other dates, its law. */
import type { Effect, LegalCheck } from '../../../domain/legal.ts';
import type { Alternative, Tender } from '../../../domain/plan.ts';
import type { Texts } from '../../../i18n/texts.ts';
import { checkText } from '../../checkText.ts';
import { flagText, stageName } from '../../flagText.ts';
import { grouped } from '../../../domain/grouped.ts';
import { type Markup, markup } from './markup.ts';
import type { PageData } from './pageData.ts';
import { table } from './tables.ts';

/** The rules that the gain is the exact sum of. */
export function gainParts({ gain }: Tender, { texts }: PageData): Markup {
  const { format, page, plan } = texts;
  const rows = gain.parts.map(({ rule, amount }) => [plan.gainRule[rule], format.money(amount)]);
  return markup`<div>${table(
    page.tender.headings.gain,
    [{ label: page.columns.rule }, { label: page.columns.amount, figures: true }],
    [...rows, [page.tender.total, markup`<b>${format.money(gain.expected)}</b>`]],
  )}<p class=note>${page.tender.lowHigh(format.money(gain.low), format.money(gain.high))}</p></div>`;
}

export function shares(tender: Tender, { texts, names }: PageData): Markup {
  const { format, page, report } = texts;
  return markup`<div>${table(
    page.tender.headings.shares,
    [
      { label: report.columns.member },
      { label: page.columns.volume, figures: true },
      { label: report.columns.gain, figures: true },
      { label: page.columns.reference, figures: true },
    ],
    tender.shares.map(({ member, volume, gain, reference, flags }) => [
      [names.member(member), flags.map(flag => markup` <small>${flagText(flag, texts)}</small>`)],
      format.rate(Math.round(100 * volume) / 100),
      format.money(gain),
      format.money(reference),
    ]),
  )}</div>`;
}

export function milestones(tender: Tender, { texts }: PageData): Markup {
  const { columns, tender: words } = texts.page;
  return markup`<div>${table(
    words.headings.milestones,
    [{ label: columns.stage }, { label: columns.from }, { label: columns.to }],
    tender.milestones.map(({ code, from, to }) => [
      stageName(code, texts),
      texts.format.day(from),
      texts.format.day(to),
    ]),
  )}</div>`;
}

/** Other starts, what each would cost, and which tender it would push out of a full quarter. */
export function alternatives(tender: Tender, data: PageData): Markup {
  const { texts } = data;
  const { columns, tender: words } = texts.page;
  return markup`<div>${
    tender.alternatives.length === 0
      ? markup`<p>${words.noAlternative}</p>`
      : table(
          words.headings.alternatives,
          [
            { label: texts.report.columns.start },
            { label: texts.report.columns.launch },
            { label: texts.report.columns.gain, figures: true },
            { label: columns.delta, figures: true },
            { label: columns.slot },
          ],
          tender.alternatives.map(alternative => [
            texts.format.day(alternative.start),
            texts.format.quarter(alternative.launch),
            texts.format.money(alternative.gain),
            texts.format.money(alternative.delta),
            slot(alternative, data),
          ]),
        )
  }</div>`;
}

function slot({ free, displaces }: Alternative, data: PageData): string {
  const { slotFree, slotTaken, displaces: instead } = data.texts.page.tender;
  if (free) return slotFree;
  const displaced = displaces && data.tender(displaces);
  return displaced ? instead(data.tenderName(displaced)) : slotTaken;
}

const EFFECTS: readonly Effect[] = ['blocks', 'warns', 'informs'];

/** The legal checks, the gravest first, each with its article and how sure it is; all to be confirmed. */
export function checks({ checks: found }: Tender, { texts, names }: PageData): Markup | false {
  const { legal, page } = texts;
  const byEffect = grouped(found, ({ effect }) => effect);
  return (
    found.length > 0 &&
    markup`<h4>${page.tender.headings.checks}</h4>
      ${EFFECTS.filter(effect => byEffect.has(effect)).map(
        effect =>
          markup`<p class="effect ${effect}">${legal.effect[effect]}</p><ul class=checks>${byEffect
            .get(effect)!
            .map(
              check => markup`<li>${checkText(check, names, texts)}<small>${reference(check, texts)}</small>`,
            )}</ul>`,
      )}`
  );
}

function reference({ article, mark }: LegalCheck, { legal }: Texts): string {
  return [article, legal.mark[mark], legal.confirm].filter(Boolean).join(', ');
}
