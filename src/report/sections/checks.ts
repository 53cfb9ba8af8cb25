import type { Effect } from '../../domain/legal.ts';
import type { Outcome } from '../../domain/outcome.ts';
import type { Tender } from '../../domain/plan.ts';
import type { Texts } from '../../i18n/texts.ts';
import { checkText, impossibleText } from '../checkText.ts';
import { type Names, namesOf } from '../names.ts';
import { type Emphasis, type Section, type TableRow, columns } from '../table.ts';

const GRAVEST_FIRST: readonly Effect[] = ['blocks', 'warns', 'informs'];
const EMPHASIS: Readonly<Record<Effect, Emphasis>> = { blocks: 'late', warns: 'soon', informs: 'none' };

/** What law and calendar say of each joint tender, the gravest first; all of it to be confirmed by the legal department. */
export function checksSection(outcome: Outcome, texts: Texts): Section {
  const names = namesOf(outcome, texts.language);
  const { tenders } = outcome.plan;
  return {
    id: 'checks',
    title: texts.report.sections.checks,
    lead: tenders.length === 0 ? [texts.report.nothingToPool] : [],
    columns: columns(texts, 'category', 'start', 'effect', 'check', 'article'),
    rows: tenders.flatMap(tender => checkRows(tender, names, texts)),
  };
}

function checkRows(tender: Tender, names: Names, texts: Texts): TableRow[] {
  const { legal } = texts;
  const rowOf = (text: string, effect: Effect, article: string): TableRow => ({
    emphasis: EMPHASIS[effect],
    cells: [names.tender(tender), { day: tender.start }, legal.effect[effect], text, article || null],
  });
  const impossible = tender.warnings.filter(({ code }) => code === 'START_IMPOSSIBLE');
  const checks = tender.checks.toSorted(
    (a, b) => GRAVEST_FIRST.indexOf(a.effect) - GRAVEST_FIRST.indexOf(b.effect),
  );
  return [
    ...impossible.map(({ params }) =>
      rowOf(`${impossibleText(params, names, texts)} (${legal.confirm})`, 'blocks', ''),
    ),
    ...checks.map(check =>
      rowOf(
        `${checkText(check, names, texts)} (${legal.mark[check.mark]}, ${legal.confirm})`,
        check.effect,
        check.article,
      ),
    ),
  ];
}
