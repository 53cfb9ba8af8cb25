/** The quarterly report as the neutral parts that every format writes. */
import type { QuarterSectionId } from '../../i18n/quarterTexts.ts';
import type { SectionId, Texts } from '../../i18n/texts.ts';
import { type Section, columns } from '../table.ts';
import { readSentence } from '../view.ts';
import { CHANGE_SECTIONS, changesLead } from './changeSections.ts';
import { MEETING_SECTIONS } from './quarterSections.ts';
import type { ComparedRuns, QuarterlyOutcome } from './subject.ts';

export interface QuarterView {
  readonly title: string;
  /** What was read, then what the meeting must know first. */
  readonly lead: readonly string[];
  readonly toKnow: readonly string[];
  /** In the order of a meeting; a part that has nothing to say and need not say so is absent. */
  readonly sections: readonly Section[];
  /** What changed since the earlier run; or why that is not known. */
  readonly changesLead: readonly string[];
  readonly changes: readonly Section[];
}

/** Parts that say nothing when they are empty. */
const SILENT: ReadonlySet<string> = new Set<QuarterSectionId>(['contradictions', 'missed']);

/** The view of a quarter, in one language. */
export function quarterViewOf(outcome: QuarterlyOutcome, texts: Texts): QuarterView {
  const { quarterly } = outcome;
  const { quarter } = texts;
  const runs = comparedRuns(outcome);
  return {
    title: quarter.title(outcome.group, quarterly.quarter),
    lead: [readSentence(outcome, texts)],
    toKnow: quarter.toKnow({
      launches: quarterly.launches.length,
      pending: quarterly.pressing.length,
      decisions: quarterly.decisions.length,
      missed: quarterly.missed.length,
      ranOn: quarterly.missed.filter(({ code }) => code === 'WATCH_TACIT').length,
      unplanned: quarterly.unplanned.length,
      contradictions: quarterly.contradictions.length,
    }),
    sections: Object.values(MEETING_SECTIONS)
      .map(section => section(outcome, texts))
      .filter(({ id, rows }) => rows.length > 0 || !SILENT.has(id)),
    changesLead: runs ? changesLead(runs, texts) : [quarter.nothingToCompare],
    changes: runs ? changeSectionsOf(runs, texts) : [],
  };
}

/** What changed between two runs, part by part. */
export function changeSectionsOf(runs: ComparedRuns, texts: Texts): readonly Section[] {
  return Object.values(CHANGE_SECTIONS).map(section => section(runs, texts));
}

/** One part of the quarter; `undefined` for a part of the schedule. */
export function quarterSection(
  outcome: QuarterlyOutcome,
  id: QuarterSectionId | SectionId,
  texts: Texts,
): Section | undefined {
  if (id in MEETING_SECTIONS) return MEETING_SECTIONS[id as keyof typeof MEETING_SECTIONS](outcome, texts);
  if (!(id in CHANGE_SECTIONS)) return undefined;
  const runs = comparedRuns(outcome);
  if (runs) return CHANGE_SECTIONS[id as keyof typeof CHANGE_SECTIONS](runs, texts);
  const { sections, nothingToCompare } = texts.quarter;
  return {
    id,
    title: sections[id as QuarterSectionId],
    lead: [nothingToCompare],
    columns: columns(texts, 'explanation'),
    rows: [],
  };
}

function comparedRuns(outcome: QuarterlyOutcome): ComparedRuns | undefined {
  const { before, quarterly } = outcome;
  return before && quarterly.changes && { before, after: outcome, changes: quarterly.changes };
}
