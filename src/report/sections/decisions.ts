import type { Decision, DecisionStatus } from '../../domain/decision.ts';
import type { Outcome } from '../../domain/outcome.ts';
import type { Tender } from '../../domain/plan.ts';
import type { Texts } from '../../i18n/texts.ts';
import { type Names, namesOf } from '../names.ts';
import { type Emphasis, type Heading, type Section, type TableRow, columns } from '../table.ts';

const EMPHASIS: Readonly<Record<DecisionStatus, Emphasis>> = { missed: 'late', urgent: 'soon', open: 'none' };

/** How much a decision stands out. */
export function decisionEmphasis(status: DecisionStatus): Emphasis {
  return EMPHASIS[status];
}

/** What each member must decide, soonest first. */
export function decisionsSection(outcome: Outcome, texts: Texts): Section {
  const names = namesOf(outcome, texts.language);
  const tenders = new Map(outcome.plan.tenders.map(tender => [tender.id, tender]));
  return {
    ...decisionsHeading(outcome, texts),
    columns: columns(
      texts,
      ...(['by', 'margin', 'member', 'step', 'contract', 'supplier', 'category', 'lost'] as const),
    ),
    rows: outcome.plan.decisions.map(decision => {
      const tender = decision.tender && tenders.get(decision.tender);
      return decisionRow(decision, tender || undefined, names, texts);
    }),
  };
}

/** How many decisions press. */
export function decisionsHeading({ plan }: Outcome, texts: Texts): Heading {
  return { id: 'decisions', title: texts.report.sections.decisions, lead: leadOf(plan.decisions, texts) };
}

function leadOf(decisions: readonly Decision[], { report }: Texts): string[] {
  if (decisions.length === 0) return [report.nothingToDecide];
  const count = (status: DecisionStatus): number => decisions.filter(item => item.status === status).length;
  const [missed, urgent] = [count('missed'), count('urgent')];
  return missed + urgent > 0 ? [report.deadlines({ missed, urgent })] : [];
}

/** The days left. A procedure that should have begun has no day of its own: that of the run is no deadline. */
export function marginText({ code, margin }: Pick<Decision, 'code' | 'margin'>, { report }: Texts): string {
  return code === 'WATCH_END' && margin === 0 ? report.atOnce : report.margin(margin);
}

function decisionRow(decision: Decision, tender: Tender | undefined, names: Names, texts: Texts): TableRow {
  const { contracts, suppliers, lost } = decision;
  const category = tender?.category ?? names.contract(contracts[0]!)?.category.id;
  return {
    emphasis: decisionEmphasis(decision.status),
    cells: [
      { day: decision.by },
      marginText(decision, texts),
      names.member(decision.member),
      texts.plan.decision[decision.code](decision.params),
      contracts.map(names.contractLabel).join(' ; '),
      suppliers.join(' ; ') || null,
      category ? names.category(category) : null,
      texts.plan.loss[lost.code](lost.params),
    ],
  };
}
