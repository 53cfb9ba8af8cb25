/** Two schedules side by side: what a change of settings changes. */
import type { Comparison } from '../domain/comparison.ts';
import { type Cents, euros } from '../domain/money.ts';
import type { Outcome } from '../domain/outcome.ts';
import type { TenderId } from '../domain/plan.ts';
import type { Texts } from '../i18n/texts.ts';
import type { Page } from './formats/format.ts';
import { paragraph, whole } from './formats/page.ts';
import { paint } from './formats/paint.ts';
import { namesOf } from './names.ts';
import { shortLabel } from './shortNames.ts';
import { type Section, columns, row } from './table.ts';

export interface ComparedPlans {
  /** As it stands. */
  readonly first: Outcome;
  /** Under the settings to try. */
  readonly second: Outcome;
  readonly comparison: Comparison;
  /** The settings to try, as written. */
  readonly set: readonly string[];
}

/** A page of the terminal: both values, then what changes by category, then the tenders that come and go. */
export function comparisonPage(
  plans: ComparedPlans,
  { texts, width, colour }: { readonly texts: Texts; readonly width: number; readonly colour: boolean },
): string {
  const page: Page = { texts, width, paint: paint(colour) };
  const { comparison, set, first, second } = plans;
  const { compared } = texts.report;
  const { objective, kept, onlyFirst, onlySecond } = comparison;
  const gone = onlyFirst.map(id => tenderText(id, first, texts));
  const come = onlySecond.map(id => tenderText(id, second, texts));
  const blocks = [
    page.paint.heading(compared.title(set.join(', '))),
    paragraph(
      [
        compared.values(texts.format.money(objective.first), texts.format.money(objective.second)),
        compared.kept(texts.format.count(kept.length, 'tender')),
      ],
      page,
    ),
    whole(byCategory(plans, texts), page),
    ...(gone.length > 0 ? [list(compared.onlyFirst, gone, page)] : []),
    ...(come.length > 0 ? [list(compared.onlySecond, come, page)] : []),
  ];
  return `${blocks.join('\n\n')}\n`;
}

/** The same for other programs: amounts in euros. */
export function comparisonJson({ comparison, set }: ComparedPlans): string {
  const pair = ({ first, second }: { first: Cents; second: Cents }): object => ({
    first: euros(first),
    second: euros(second),
  });
  const value = {
    set,
    ...comparison,
    objective: pair(comparison.objective),
    categories: comparison.categories.map(item => ({ ...item, gain: pair(item.gain) })),
  };
  return `${JSON.stringify(value, null, 2)}\n`;
}

function byCategory({ first, comparison }: ComparedPlans, texts: Texts): Section {
  const names = namesOf(first, texts.language);
  return {
    id: 'schedule',
    title: texts.report.compared.byCategory,
    lead: [],
    columns: columns(texts, 'category', 'tendersFirst', 'tendersSecond', 'gainFirst', 'gainSecond', 'change'),
    rows: comparison.categories.map(({ category, tenders, gain }) =>
      row(
        shortLabel(names.category(category)),
        { number: tenders.first },
        { number: tenders.second },
        { amount: gain.first },
        { amount: gain.second },
        { amount: (gain.second - gain.first) as Cents },
      ),
    ),
  };
}

function tenderText(id: TenderId, outcome: Outcome, texts: Texts): string {
  const tender = outcome.plan.tenders.find(candidate => candidate.id === id)!;
  return `${shortLabel(namesOf(outcome, texts.language).tender(tender))}, ${texts.format.day(tender.start)}`;
}

function list(title: string, items: readonly string[], page: Page): string {
  return [page.paint.heading(title), ...items.map(item => paragraph([`- ${item}`], page))].join('\n');
}
