/** Markdown, for a summary of a CI job or a merge request. */
import type { Texts } from '../../i18n/texts.ts';
import { problemGroups } from '../problems.ts';
import type { Section } from '../table.ts';
import { briefSchedule } from '../sections/brief.ts';
import { readSentence, registerSections, viewOf } from '../view.ts';
import { cellText } from './cells.ts';
import { changesLead } from '../quarter/changeSections.ts';
import type { ComparedRuns, QuarterlyOutcome } from '../quarter/subject.ts';
import { changeSectionsOf, quarterViewOf } from '../quarter/view.ts';
import { headingOf, sectionNamed } from '../planned.ts';
import { type Planned, type ReadOnly, type RenderOptions, type Subject, isPlanned } from './format.ts';

/** The whole report, or one section of it. */
export function markdown(subject: Subject, { texts, section }: RenderOptions): string {
  return textOf(blocksOf(subject, texts, section));
}

/** What changed between two runs. */
export function changesMarkdown(runs: ComparedRuns, texts: Texts): string {
  return textOf([
    `# ${escape(texts.quarter.changesTitle(runs.after.group))}`,
    changesLead(runs, texts).map(escape).join('  \n'),
    ...changeSectionsOf(runs, texts).flatMap(item => sectionBlocks(item, texts)),
  ]);
}

const textOf = (blocks: readonly string[]): string => `${blocks.filter(Boolean).join('\n\n')}\n`;

function blocksOf(subject: Subject, texts: Texts, section: RenderOptions['section']): string[] {
  if (!isPlanned(subject)) return qualityBlocks(subject, texts);
  return subject.kind === 'quarter' && !section
    ? quarterBlocks(subject, texts)
    : scheduleBlocks(subject, texts, section);
}

/** The quarterly report: what to know first, then part by part, then what changed. */
function quarterBlocks(outcome: QuarterlyOutcome, texts: Texts): string[] {
  const { title, lead, toKnow, sections, changesLead: changed, changes } = quarterViewOf(outcome, texts);
  return [
    `# ${escape(title)}`,
    lead.map(escape).join('  \n'),
    toKnow.map(sentence => `- ${escape(sentence)}`).join('\n'),
    ...sections.flatMap(section => sectionBlocks(section, texts)),
    `## ${texts.quarter.changed}`,
    changed.map(escape).join('  \n'),
    ...changes.flatMap(section => sectionBlocks(section, texts)),
    [texts.report.hypothesis, texts.report.legal].map(escape).join('  \n'),
  ];
}

function scheduleBlocks(subject: Planned, texts: Texts, only: RenderOptions['section']): string[] {
  const { sections } = viewOf(subject, texts);
  const { title, lead } = headingOf(subject, texts);
  const shown = only
    ? [sectionNamed(subject, only, texts)]
    : [briefSchedule(subject, texts), sections.decisions, sections.members, sections.alone, sections.data];
  return [
    `# ${escape(title)}`,
    lead.map(escape).join('  \n'),
    ...shown.flatMap(item => sectionBlocks(item, texts)),
  ];
}

function qualityBlocks(subject: ReadOnly, texts: Texts): string[] {
  const { quality, columns, data } = registerSections(subject, texts);
  const groups = problemGroups(subject.diagnostics, texts).flatMap(
    ({ code, severity, count, places, expected, hint }) => [
      `### ${texts.report.severity[severity]} ${code} — ${texts.report.times(count)}`,
      places
        .map(({ place, value, message }) =>
          [
            `- ${escape(place)}`,
            value === undefined ? '' : ` : \`${value.replaceAll('`', "'")}\``,
            ` — ${escape(message)}`,
          ].join(''),
        )
        .join('\n'),
      expected ? `${texts.report.columns.expected} : ${escape(expected)}` : '',
      hint ? `→ ${escape(hint)}` : '',
    ],
  );
  return [
    `# ${texts.report.sections.data}`,
    escape(readSentence(subject, texts)),
    data.lead.map(escape).join('  \n'),
    ...sectionBlocks(quality, texts),
    ...groups,
    ...sectionBlocks(columns, texts),
  ];
}

function sectionBlocks({ title, lead, columns, rows }: Section, texts: Texts): string[] {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const table = [
    line(columns.map(column => escape(column.label))),
    line(columns.map(column => (column.align === 'right' ? '--:' : '---'))),
    ...rows.map(({ cells, emphasis }) =>
      line(cells.map((cell, i) => bold(escape(cellText(cell, texts)), i === 0 && emphasis !== 'none'))),
    ),
  ];
  return [
    `## ${escape(title)}`,
    lead.map(escape).join('  \n'),
    ...(rows.length > 0 ? [table.join('\n')] : []),
  ];
}

const bold = (text: string, emphasised: boolean): string => (emphasised && text ? `**${text}**` : text);

/** A text of a file must not become markup: neither of Markdown nor of HTML. */
export function escape(text: string): string {
  return text
    .replace(/[\\`*_[\]|#]/g, '\\$&')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replace(/\s+/g, ' ');
}
