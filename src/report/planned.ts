/** One part of what a planned subject shows, by its name: of its schedule, or of its quarter. */
import type { QuarterSectionId } from '../i18n/quarterTexts.ts';
import type { SectionId, Texts } from '../i18n/texts.ts';
import type { Planned } from './formats/format.ts';
import { quarterSection } from './quarter/view.ts';
import type { Section } from './table.ts';
import { viewOf } from './view.ts';

/** The section; a part of the quarter that needs an earlier plan is empty without one. */
export function sectionNamed(subject: Planned, id: SectionId | QuarterSectionId, texts: Texts): Section {
  const ofQuarter = subject.kind === 'quarter' ? quarterSection(subject, id, texts) : undefined;
  return ofQuarter ?? viewOf(subject, texts).sections[id as SectionId];
}
