/** From an outcome to the neutral view that every format writes. */
import type { Outcome, Register } from '../domain/outcome.ts';
import type { SectionId, Texts } from '../i18n/texts.ts';
import { aloneSection } from './sections/alone.ts';
import { assumptionsSection } from './sections/assumptions.ts';
import { checksSection } from './sections/checks.ts';
import { contractsSection } from './sections/contracts.ts';
import { dataSection } from './sections/data.ts';
import { decisionsSection } from './sections/decisions.ts';
import { filesSection } from './sections/files.ts';
import { membersSection } from './sections/members.ts';
import { participationsSection } from './sections/participations.ts';
import { columnsSection, qualitySection } from './sections/quality.ts';
import { matrixSection } from './sections/matrix.ts';
import { milestonesSection } from './sections/milestones.ts';
import { publicationSection } from './sections/publication.ts';
import { scheduleSection } from './sections/schedule.ts';
import { settleSection } from './sections/settle.ts';
import { timelineSection } from './sections/timeline.ts';
import { workloadSection } from './sections/workload.ts';
import type { Section } from './table.ts';

export interface View {
  readonly title: string;
  /** One or two sentences: what was read, what is proposed. */
  readonly lead: readonly string[];
  readonly sections: Readonly<Record<SectionId, Section>>;
}

type Builders<Subject, Id extends SectionId> = Readonly<
  Record<Id, (subject: Subject, texts: Texts) => Section>
>;

/** The parts that need no plan: what was read, and how well. */
const REGISTER_SECTIONS = {
  contracts: contractsSection,
  files: filesSection,
  quality: qualitySection,
  settle: settleSection,
  columns: columnsSection,
  data: dataSection,
} satisfies Partial<Builders<Register, SectionId>>;

const SECTIONS: Builders<Outcome, SectionId> = {
  ...REGISTER_SECTIONS,
  // Decisions of the group that cannot be followed are problems of the data too.
  data: ({ plan, ...register }, texts) =>
    dataSection({ ...register, diagnostics: [...register.diagnostics, ...plan.diagnostics] }, texts),
  schedule: scheduleSection,
  decisions: decisionsSection,
  participations: participationsSection,
  members: membersSection,
  alone: aloneSection,
  assumptions: assumptionsSection,
  timeline: timelineSection,
  matrix: matrixSection,
  publication: publicationSection,
  checks: checksSection,
  milestones: milestonesSection,
  workload: workloadSection,
};

/** The view of a proposed schedule, in one language. */
export function viewOf(outcome: Outcome, texts: Texts): View {
  return {
    title: texts.report.title(outcome.group),
    lead: [readSentence(outcome, texts), jointSentence(outcome, texts)],
    sections: madeWhenAsked(SECTIONS, outcome, texts),
  };
}

/** The sections of what was read. */
export function registerSections(
  register: Register,
  texts: Texts,
): Readonly<Record<keyof typeof REGISTER_SECTIONS, Section>> {
  return madeWhenAsked(REGISTER_SECTIONS, register, texts);
}

/** Each section is made when it is first read: a page rarely shows them all. */
function madeWhenAsked<Subject, Id extends SectionId>(
  builders: Builders<Subject, Id>,
  subject: Subject,
  texts: Texts,
): Readonly<Record<Id, Section>> {
  const made = new Map<Id, Section>();
  const sections = {} as Record<Id, Section>;
  for (const id of Object.keys(builders) as Id[]) {
    Object.defineProperty(sections, id, {
      enumerable: true,
      get: () => made.get(id) ?? made.set(id, builders[id](subject, texts)).get(id),
    });
  }
  return sections;
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
