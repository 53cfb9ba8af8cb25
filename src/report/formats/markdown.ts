/** Markdown, for a summary of a CI job or a merge request. */
import type { Texts } from '../../i18n/texts.ts';
import { problemGroups } from '../problems.ts';
import type { Section } from '../table.ts';
import { briefSchedule } from '../sections/brief.ts';
import { readSentence, registerSections, viewOf } from '../view.ts';
import { cellText } from './cells.ts';
import type { RenderOptions, Subject } from './format.ts';

/** The whole report, or one section of it. */
export function markdown(subject: Subject, { texts, section }: RenderOptions): string {
  const blocks =
    subject.kind === 'schedule' ? scheduleBlocks(subject, texts, section) : qualityBlocks(subject, texts);
  return `${blocks.filter(Boolean).join('\n\n')}\n`;
}

type OfKind<Kind> = Extract<Subject, { kind: Kind }>;

function scheduleBlocks(subject: OfKind<'schedule'>, texts: Texts, only: RenderOptions['section']): string[] {
  const { title, lead, sections } = viewOf(subject, texts);
  const shown = only
    ? [sections[only]]
    : [briefSchedule(subject, texts), sections.decisions, sections.members, sections.alone, sections.data];
  return [
    `# ${escape(title)}`,
    lead.map(escape).join('  \n'),
    ...shown.flatMap(item => sectionBlocks(item, texts)),
  ];
}

function qualityBlocks(subject: Exclude<Subject, { kind: 'schedule' }>, texts: Texts): string[] {
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
