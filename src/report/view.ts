/** From an outcome to the neutral view that every format writes. */
import type { Outcome, Register } from '../domain/outcome.ts';
import type { SectionId, Texts } from '../i18n/texts.ts';
import { aloneSection } from './sections/alone.ts';
import { assumptionsSection } from './sections/assumptions.ts';
import { contractsSection } from './sections/contracts.ts';
import { dataSection } from './sections/data.ts';
import { decisionsSection } from './sections/decisions.ts';
import { filesSection } from './sections/files.ts';
import { membersSection } from './sections/members.ts';
import { participationsSection } from './sections/participations.ts';
import { columnsSection, qualitySection } from './sections/quality.ts';
import { matrixSection } from './sections/matrix.ts';
import { publicationSection } from './sections/publication.ts';
import { scheduleSection } from './sections/schedule.ts';
import { timelineSection } from './sections/timeline.ts';
import type { Section } from './table.ts';

export interface View {
  readonly title: string;
  /** One or two sentences: what was read, what is proposed. */
  readonly lead: readonly string[];
  readonly sections: Readonly<Record<SectionId, Section>>;
}

/** The view of a proposed schedule, in one language. */
export function viewOf(outcome: Outcome, texts: Texts): View {
  return {
    title: texts.report.title(outcome.group),
    lead: [readSentence(outcome, texts), jointSentence(outcome, texts)],
    sections: {
      ...registerSections(outcome, texts),
      schedule: scheduleSection(outcome, texts),
      decisions: decisionsSection(outcome, texts),
      participations: participationsSection(outcome, texts),
      members: membersSection(outcome, texts),
      alone: aloneSection(outcome, texts),
      assumptions: assumptionsSection(outcome, texts),
      timeline: timelineSection(outcome, texts),
      matrix: matrixSection(outcome, texts),
      publication: publicationSection(outcome, texts),
    },
  };
}

/** The parts that need no plan: what was read, and how well. */
export function registerSections(
  register: Register,
  texts: Texts,
): Readonly<Record<'contracts' | 'files' | 'quality' | 'columns' | 'data', Section>> {
  return {
    contracts: contractsSection(register, texts),
    files: filesSection(register, texts),
    quality: qualitySection(register, texts),
    columns: columnsSection(register, texts),
    data: dataSection(register, texts),
  };
}

/** « 180 marchés de 6 membres lus dans 6 fichiers, situation au 23/11/2026 » */
export function readSentence(
  { contracts, members, sources, asOf }: Register,
  { format, report }: Texts,
): string {
  return report.readOn({
    contracts: format.count(contracts.length, 'contract'),
    members: format.count(members.length, 'member'),
    files: format.count(new Set(sources.map(source => source.file)).size, 'file'),
    day: format.day(asOf),
  });
}

function jointSentence({ plan }: Outcome, { format, report }: Texts): string {
  if (plan.tenders.length === 0) return report.nothingToPool;
  const annual = plan.tenders.reduce((sum, tender) => sum + tender.annualAmount, 0);
  return report.joint({
    tenders: format.count(plan.tenders.length, 'tender'),
    contracts: format.count(plan.tenders.flatMap(tender => tender.participations).length, 'contract'),
    annual: format.money(annual as typeof plan.optimality.objective),
    gain: format.money(plan.optimality.objective),
  });
}
