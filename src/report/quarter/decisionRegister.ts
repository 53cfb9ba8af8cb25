/**
 * The group's register of decisions, ready to be completed in a spreadsheet and put back beside the registers: what was
 * decided, as it was written, then the proposals that await a decision.
 */
import { DECISION_FIELDS, DECISION_HEADINGS, type DecisionField } from '../../data/decisionHeadings.ts';
import { euros } from '../../domain/money.ts';
import type { Tender } from '../../domain/plan.ts';
import type { DecisionRow } from '../../domain/ruling.ts';
import type { Texts } from '../../i18n/texts.ts';
import { namesOf } from '../names.ts';
import { membersOf } from '../sections/schedule.ts';
import { decideBy } from './quarterSections.ts';
import type { QuarterlyOutcome } from './subject.ts';

type Records = readonly (readonly (string | number)[])[];

/** Fields that the group may have begun to fill in before it decides. */
const NOTES: readonly DecisionField[] = ['date', 'author', 'reason'];

/**
 * A heading line, the earlier lines as they were written, then a line a proposal: its decision is left blank. A proposal
 * written by an earlier report gives way to its present state; what was noted beside it stays. `day` writes a day.
 */
export function decisionRegister(
  earlier: readonly DecisionRow<DecisionField>[],
  outcome: QuarterlyOutcome,
  texts: Texts,
  day: (day: Tender['start']) => string,
): Records {
  const { proposal } = texts.quarter;
  const informing = [proposal.members, proposal.annual, proposal.gain, proposal.decideBy];
  const proposals = outcome.plan.tenders.filter(({ id }) => outcome.quarterly.pending.includes(id));
  const noted = new Map(earlier.filter(isOpen).map(row => [row.cells.tender!, row]));
  const proposed = new Set<string>(proposals.map(({ id }) => id));
  const kept = earlier.filter(row => !isOpen(row) || (hasNotes(row) && !proposed.has(row.cells.tender!)));
  const own = [...new Set(earlier.flatMap(({ others }) => Object.keys(others)))].filter(
    heading => !informing.includes(heading),
  );
  const line = (
    cells: Readonly<Partial<Record<DecisionField, string>>>,
    others: DecisionRow['others'],
    information: readonly (string | number)[] = informing.map(heading => others[heading] ?? ''),
  ): (string | number)[] => [
    ...DECISION_FIELDS.map(field => cells[field] ?? ''),
    ...own.map(heading => others[heading] ?? ''),
    ...information,
  ];
  const heading = texts.language === 'fr' ? 0 : 1;
  return [
    [...DECISION_FIELDS.map(field => DECISION_HEADINGS[field][heading]), ...own, ...informing],
    ...kept.map(({ cells, others }) => line(cells, others)),
    ...proposals.map(tender => {
      const before = noted.get(tender.id);
      return line(
        { ...notesOf(before), ...proposalCells(tender, outcome, texts, day) },
        before?.others ?? {},
        informationOn(tender, outcome, texts, day),
      );
    }),
  ];
}

function isOpen({ cells }: DecisionRow<DecisionField>): boolean {
  return cells.decision === undefined && cells.tender !== undefined;
}

function hasNotes({ cells }: DecisionRow<DecisionField>): boolean {
  return NOTES.some(field => cells[field] !== undefined);
}

function notesOf(row: DecisionRow<DecisionField> | undefined): Partial<Record<DecisionField, string>> {
  return Object.fromEntries(
    NOTES.flatMap(field => {
      const text = row?.cells[field];
      return text === undefined ? [] : [[field, text] as const];
    }),
  );
}

function proposalCells(
  tender: Tender,
  outcome: QuarterlyOutcome,
  texts: Texts,
  day: (day: Tender['start']) => string,
): Partial<Record<DecisionField, string>> {
  const names = namesOf(outcome, texts.language);
  return {
    category: names.category(tender.category),
    ...(tender.territory !== undefined && { territory: tender.territory }),
    tender: tender.id,
    start: day(tender.start),
  };
}

function informationOn(
  tender: Tender,
  outcome: QuarterlyOutcome,
  texts: Texts,
  day: (day: Tender['start']) => string,
): (string | number)[] {
  const names = namesOf(outcome, texts.language);
  const by = decideBy(tender.id, outcome);
  return [
    membersOf(tender).map(names.member).join(', '),
    euros(tender.annualAmount),
    euros(tender.gain.expected),
    by ? day(by) : '',
  ];
}
