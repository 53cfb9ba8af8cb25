/** What must be decided, month by month. */
import type { Decision } from '../../../domain/decision.ts';
import type { MemberId } from '../../../domain/contract.ts';
import type { StepCode } from '../../../domain/plan.ts';
import { addMonths } from '../../../domain/day.ts';
import { grouped } from '../../../domain/grouped.ts';
import { marginText } from '../../sections/decisions.ts';
import { type Markup, markup } from './markup.ts';
import type { PageData } from './pageData.ts';
import { sharedTexts } from './shared.ts';

/** Decisions that the members of a tender take on the same day, as one. */
export interface JointDecision extends Decision {
  readonly members: readonly MemberId[];
}

/** What every member of a tender does, in the same words for all. */
const COMMON: ReadonlySet<string> = new Set<StepCode>(['STATE_NEEDS', 'SIGN_CONVENTION', 'AWARD']);

/** Decisions in their order, those that are common to the members of a tender once. */
export function jointDecisions(decisions: readonly Decision[]): readonly JointDecision[] {
  const joint = new Map<string, JointDecision & { readonly members: MemberId[] }>();
  decisions.forEach((decision, rank) => {
    const { tender, code, by, member } = decision;
    const key = tender && COMMON.has(code) ? `${tender} ${code} ${by}` : String(rank);
    const same = joint.get(key);
    if (same) same.members.push(member);
    else joint.set(key, { ...decision, members: [member] });
  });
  return [...joint.values()];
}

/** Decisions of the coming months are on the page; the script adds the later ones, which are many and can wait. */
const MONTHS_AT_ONCE = 6;

export function decisionList(data: PageData): Markup {
  const { outcome, texts } = data;
  const { headings, filters, decisions: words } = texts.page;
  const until = addMonths(outcome.asOf, MONTHS_AT_ONCE);
  const decisions = jointDecisions(outcome.plan.decisions);
  const soon = monthGroups(
    decisions.filter(({ by }) => by <= until),
    data,
  );
  const later = monthGroups(
    decisions.filter(({ by }) => by > until),
    data,
  );
  return markup`<section aria-labelledby="decisions"><h2 id="decisions">${headings.decisions}</h2>
    ${decisions.length === 0 && markup`<p>${texts.report.nothingToDecide}</p>`}
    ${soon}<noscript><p>${words.withScript}</p></noscript><div data-later></div>
    <p class=nothing data-empty="decision" hidden>${filters.none}</p></section>${sharedTexts('later', later)}`;
}

function monthGroups(decisions: readonly JointDecision[], data: PageData): readonly Markup[] {
  const months = grouped(decisions, ({ status, by }) =>
    status === 'missed' ? data.texts.page.decisions.missed : data.texts.format.month(by),
  );
  return [...months].map(
    ([month, ofMonth]) => markup`<div class=month data-group><h3>${month}</h3>
      <ul class=decisions data-kind="decision">${ofMonth.map(decision => decisionItem(decision, data))}</ul></div>`,
  );
}

/** A decision: by when, who, what, for which contract and tender, and what is lost otherwise. */
export function decisionItem(decision: JointDecision, data: PageData, filtered = true): Markup {
  const { texts, names } = data;
  const { code, params, lost, status } = decision;
  const tender = decision.tender && data.tender(decision.tender);
  const category = tender ? tender.category : names.contract(decision.contracts[0]!)?.category.id;
  const common = COMMON.has(code);
  return markup`<li${status !== 'open' && markup` class="${status}"`}${
    filtered && data.filterable(decision.members, [category])
  }><p>${texts.format.day(decision.by)}<i>${marginText(decision, texts)}</i></p>
    <p><b>${texts.plan.decision[code](params)}</b>
    ${texts.format.list(decision.members.map(names.member))}<br>
    ${!common && [concerned(decision, data), markup`<br>`]}
    ${
      tender
        ? markup`<a href="#${data.anchor(tender.id)}">${data.tenderName(tender)}</a>`
        : category && `${names.category(category)}, ${texts.page.decisions.noTender}`
    }
    ${!common && markup`<em>${texts.page.decisions.otherwise} ${texts.plan.loss[lost.code](lost.params)}</em>`}</p>`;
}

/** The contracts of a decision and their holders. */
function concerned({ contracts, suppliers }: JointDecision, { names }: PageData): string {
  return [contracts.map(names.contractLabel).join(' ; '), suppliers.join(' ; ')].filter(Boolean).join(' — ');
}
