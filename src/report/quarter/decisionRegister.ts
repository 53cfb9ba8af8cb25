/**
 * The group's register of decisions, ready to be completed in a spreadsheet and put back beside the registers: what was
 * decided, as it was written, then the proposals that await a decision.
 */
import { DECISION_FIELDS, DECISION_HEADINGS, type DecisionField } from '../../data/decisionHeadings.ts';
import { euros } from '../../domain/money.ts';
import type { Tender } from '../../domain/plan.ts';
import type { DecisionRow } from '../../domain/ruling.ts';
import { compareText } from '../../domain/text.ts';
import { LANGUAGE_NAMES, textsFor } from '../../i18n/index.ts';
import type { Texts } from '../../i18n/texts.ts';
import { namesOf } from '../names.ts';
import { membersOf } from '../sections/schedule.ts';
import { decideBy } from './quarterSections.ts';
import type { QuarterlyOutcome } from './subject.ts';

type Records = readonly (readonly (string | number)[])[];

type Row = DecisionRow<DecisionField>;
type Information = keyof Texts['quarter']['proposal'];

/** Fields that a proposal fills in itself; what stands in any other, the group has noted before it decides. */
const PROPOSED: ReadonlySet<DecisionField> = new Set(['category', 'territory', 'tender', 'start']);

/** Columns that inform a decision, in the order in which they are written. */
const INFORMATION: readonly Information[] = ['members', 'annual', 'gain', 'decideBy'];

/** Their headings: a register may have been written in another language than this report. */
const INFORMATION_HEADINGS = new Map<Information, readonly string[]>(
  INFORMATION.map(id => [id, LANGUAGE_NAMES.map(name => textsFor(name).quarter.proposal[id])]),
);
const INFORMING: ReadonlySet<string> = new Set([...INFORMATION_HEADINGS.values()].flat());

/**
 * A heading line, the earlier lines as they were written, then a line a proposal: its decision is left blank. A proposal
 * written by an earlier report gives way to its present state; what was noted beside it stays. `day` writes a day.
 */
export function decisionRegister(
  all: readonly Row[],
  outcome: QuarterlyOutcome,
  texts: Texts,
  day: (day: Tender['start']) => string,
): Records {
  const { proposal } = texts.quarter;
  const earlier = withoutCopies(all);
  const proposals = outcome.plan.tenders.filter(({ id }) => outcome.quarterly.pending.includes(id));
  const noted = new Map(
    earlier
      .filter(row => isOpen(row) && hasNotes(row))
      .toReversed()
      .map(row => [row.cells.tender!, row]),
  );
  const taken = new Set(proposals.flatMap(({ id }) => noted.get(id) ?? []));
  const kept = earlier.filter(row => !isOpen(row) || (hasNotes(row) && !taken.has(row)));
  const own = [...new Set(earlier.flatMap(({ others }) => Object.keys(others)))].filter(
    heading => !INFORMING.has(heading),
  );
  const line = (
    cells: Row['cells'],
    others: Row['others'],
    information: readonly (string | number)[],
  ): (string | number)[] => [
    ...DECISION_FIELDS.map(field => cells[field] ?? ''),
    ...own.map(heading => others[heading] ?? ''),
    ...information,
  ];
  const heading = texts.language === 'fr' ? 0 : 1;
  return [
    [
      ...DECISION_FIELDS.map(field => DECISION_HEADINGS[field][heading]),
      ...own,
      ...INFORMATION.map(id => proposal[id]),
    ],
    ...kept.map(({ cells, others }) => line(cells, others, informationIn(others))),
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

/** A group may keep its register in several files: a line that this report has already gathered from another is not told twice. */
function withoutCopies(rows: readonly Row[]): readonly Row[] {
  const fileOf = new Map<string, string>();
  return rows.filter(({ cells, others, at }) => {
    const content = JSON.stringify([
      DECISION_FIELDS.map(field => cells[field] ?? ''),
      Object.entries(others).toSorted(([a], [b]) => compareText(a, b)),
    ]);
    const file = fileOf.get(content) ?? at.file;
    fileOf.set(content, file);
    return file === at.file;
  });
}

function informationIn(others: Row['others']): string[] {
  return INFORMATION.map(id =>
    INFORMATION_HEADINGS.get(id)!
      .map(heading => others[heading] ?? '')
      .join(''),
  );
}

function isOpen({ cells }: Row): boolean {
  return cells.decision === undefined && cells.tender !== undefined;
}

function hasNotes({ cells, others }: Row): boolean {
  return (
    DECISION_FIELDS.some(field => !PROPOSED.has(field) && cells[field] !== undefined) ||
    Object.keys(others).some(heading => !INFORMING.has(heading))
  );
}

function notesOf(row: Row | undefined): Row['cells'] {
  return Object.fromEntries(
    DECISION_FIELDS.flatMap(field => {
      const text = row?.cells[field];
      return text === undefined || PROPOSED.has(field) ? [] : [[field, text] as const];
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
