import type { Decision, DecisionStatus } from '../../domain/decision.ts';
import type { Outcome } from '../../domain/outcome.ts';
import type { Texts } from '../../i18n/texts.ts';
import { type Names, namesOf } from '../names.ts';
import { type Emphasis, type Section, type TableRow, columns } from '../table.ts';

const EMPHASIS: Readonly<Record<DecisionStatus, Emphasis>> = { missed: 'late', urgent: 'soon', open: 'none' };

/** How much a decision stands out. */
export function decisionEmphasis(status: DecisionStatus): Emphasis {
  return EMPHASIS[status];
}

/** What each member must decide, soonest first. */
export function decisionsSection(outcome: Outcome, texts: Texts): Section {
  const names = namesOf(outcome, texts.language);
  const tenders = new Map(outcome.plan.tenders.map(tender => [tender.id, tender]));
  const { decisions } = outcome.plan;
  return {
    id: 'decisions',
    title: texts.report.sections.decisions,
    lead: leadOf(decisions, texts),
    columns: columns(texts, 'by', 'margin', 'member', 'step', 'contract', 'category'),
    rows: decisions.map(decision => {
      const tender = decision.tender && tenders.get(decision.tender);
      return decisionRow(decision, tender ? names.category(tender.category) : null, names, texts);
    }),
  };
}

function leadOf(decisions: readonly Decision[], { report }: Texts): string[] {
  if (decisions.length === 0) return [report.nothingToDecide];
  const count = (status: DecisionStatus): number => decisions.filter(item => item.status === status).length;
  const [missed, urgent] = [count('missed'), count('urgent')];
  return missed + urgent > 0 ? [report.deadlines({ missed, urgent })] : [];
}

function decisionRow(decision: Decision, category: string | null, names: Names, texts: Texts): TableRow {
  return {
    emphasis: decisionEmphasis(decision.status),
    cells: [
      { day: decision.by },
      texts.report.margin(decision.margin),
      names.member(decision.member),
      texts.plan.decision[decision.code](decision.params),
      decision.contracts.map(names.contractLabel).join(' ; '),
      category,
    ],
  };
}
