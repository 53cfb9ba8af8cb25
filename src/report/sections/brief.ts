/** The schedule and the decisions as a person reads them first: fewer, shorter lines than in the exports. */
import type { MemberId } from '../../domain/contract.ts';
import type { Decision } from '../../domain/decision.ts';
import type { Outcome } from '../../domain/outcome.ts';
import type { Tender } from '../../domain/plan.ts';
import type { Texts } from '../../i18n/texts.ts';
import { namesOf } from '../names.ts';
import { shortLabel, shortNames } from '../shortNames.ts';
import { type Section, type TableRow, columns, row } from '../table.ts';
import { decisionEmphasis, decisionsHeading, marginText } from './decisions.ts';
import { membersOf, scheduleHeading, shortTender } from './schedule.ts';

/** The joint tenders, members by their short names, the coordinator marked. */
export function briefSchedule(outcome: Outcome, texts: Texts): Section {
  const names = namesOf(outcome, texts.language);
  const short = shortNames(outcome.members);
  const heading = scheduleHeading(outcome, texts);
  return {
    ...heading,
    lead: outcome.plan.tenders.length > 0 ? [...heading.lead, texts.report.coordinatorMark] : heading.lead,
    columns: columns(texts, 'launch', 'category', 'members', 'launchOn', 'start', 'annual', 'gain'),
    rows: outcome.plan.tenders.map(tender =>
      row(
        texts.format.quarter(tender.launch),
        shortTender(tender, names),
        membersText(tender, outcome, short, texts),
        { day: tender.launchOn },
        { day: tender.start },
        { amount: tender.annualAmount },
        { amount: tender.gain.expected },
      ),
    ),
  };
}

function membersText(
  tender: Tender,
  { members }: Outcome,
  short: ReadonlyMap<MemberId, string>,
  { report }: Texts,
): string {
  const inside = membersOf(tender);
  const name = (id: MemberId): string => short.get(id) ?? id;
  if (inside.length === members.length && members.length > 3) {
    return report.allMembers(members.length, `${name(tender.coordinator)}*`);
  }
  return inside.map(id => (id === tender.coordinator ? `${name(id)}*` : name(id))).join(', ');
}

/** What can still be decided, soonest first; what all the members of a tender must do is one line. */
export function briefDecisions(outcome: Outcome, texts: Texts): Section {
  const decisions = outcome.plan.decisions.filter(({ status }) => status !== 'missed');
  return { ...decisionsHeading(outcome, texts), ...actsTable(decisions, outcome, texts) };
}

/** Some of the decisions, as acts: what several members do together is one line. */
export function actsTable(
  decisions: readonly Decision[],
  outcome: Outcome,
  texts: Texts,
): Pick<Section, 'columns' | 'rows'> {
  return {
    columns: columns(texts, 'by', 'margin', 'members', 'step', 'contract'),
    rows: actsOf(decisions).map(rowsOf(outcome, texts)),
  };
}

/** Everything to decide, and what was missed: with the holder, and what is lost otherwise. */
export function allDecisions(outcome: Outcome, texts: Texts): Section {
  const { decisions } = outcome.plan;
  return { ...decisionsHeading(outcome, texts), ...lossesTable(decisions, outcome, texts) };
}

/** Some of the decisions, as acts, each with its holder and with what is lost when it is not done. */
export function lossesTable(
  decisions: readonly Decision[],
  outcome: Outcome,
  texts: Texts,
): Pick<Section, 'columns' | 'rows'> {
  const rowOf = rowsOf(outcome, texts, true);
  return {
    columns: columns(texts, 'by', 'margin', 'members', 'step', 'contract', 'lost'),
    rows: actsOf(decisions).map(act => {
      const { emphasis, cells } = rowOf(act);
      const [{ lost }, ...others] = act;
      // The gain at stake is each member's own.
      const loss = texts.plan.loss[lost.code](others.length > 0 ? {} : lost.params);
      return { emphasis, cells: [...cells, loss] };
    }),
  };
}

/** Decisions that several members take together: same day, same tender, same act. */
type Act = readonly [Decision, ...Decision[]];

/** How an act is written: by when, who, what, about what. */
function rowsOf(outcome: Outcome, texts: Texts, withHolder = false): (act: Act) => TableRow {
  const names = namesOf(outcome, texts.language);
  const short = shortNames(outcome.members);
  const tenders = new Map(outcome.plan.tenders.map(tender => [tender.id, tender]));
  return act => {
    const [{ by, code, params, margin, status, contracts, suppliers, tender: id }] = act;
    const tender = id && tenders.get(id);
    const holder = withHolder && suppliers.length > 0 ? ` — ${suppliers.join(' ; ')}` : '';
    const what = contracts.map(names.contractLabel).join(' ; ') + holder;
    return {
      emphasis: decisionEmphasis(status),
      cells: [
        { day: by },
        marginText({ code, margin }, texts),
        act.map(({ member }) => short.get(member) ?? member).join(', '),
        texts.plan.decision[code](params),
        tender && COMMON.has(code) ? shortLabel(names.tender(tender)) : what,
      ],
    };
  };
}

/** What every member of a tender must do for it, whatever its own contract. */
const COMMON: ReadonlySet<Decision['code']> = new Set(['STATE_NEEDS', 'SIGN_CONVENTION', 'AWARD'] as const);

/** Whether an act is the same for every member of a tender, whatever its own contract. */
export function isCommonAct(code: Decision['code']): boolean {
  return COMMON.has(code);
}

function actsOf(decisions: readonly Decision[]): Act[] {
  const acts = new Map<string, [Decision, ...Decision[]]>();
  for (const decision of decisions) {
    const { by, code, tender } = decision;
    const key = COMMON.has(code) ? `${by} ${code} ${tender}` : `${acts.size}`;
    const act = acts.get(key);
    if (act) act.push(decision);
    else acts.set(key, [decision]);
  }
  return [...acts.values()];
}
