/** One part of what a planned subject shows, by its name: of its schedule, or of its quarter. */
import type { QuarterSectionId } from '../i18n/quarterTexts.ts';
import type { SectionId, Texts } from '../i18n/texts.ts';
import type { Planned } from './formats/format.ts';
import { quarterSection, quarterViewOf } from './quarter/view.ts';
import type { Section } from './table.ts';
import { type View, viewOf } from './view.ts';

/** The title and the sentences above a part shown alone. */
export function headingOf(subject: Planned, texts: Texts): Pick<View, 'title' | 'lead'> {
  return subject.kind === 'quarter' ? quarterViewOf(subject, texts) : viewOf(subject, texts);
}

/** The section; a part of the quarter that needs an earlier plan is empty without one. */
export function sectionNamed(subject: Planned, id: SectionId | QuarterSectionId, texts: Texts): Section {
  const ofQuarter = subject.kind === 'quarter' ? quarterSection(subject, id, texts) : undefined;
  return ofQuarter ?? viewOf(subject, texts).sections[id as SectionId];
}
