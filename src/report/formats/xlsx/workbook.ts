/** The workbook: every table of the report, members × categories, and a timeline in coloured cells. */
import type { Blob } from 'node:buffer';
import type Stream from 'node:stream';
import writeSheets, { type Feature, type Sheet as WrittenSheet } from 'write-excel-file/node';
import type { SectionId, Texts } from '../../../i18n/texts.ts';
import type { QuarterlyOutcome } from '../../quarter/subject.ts';
import { quarterViewOf } from '../../quarter/view.ts';
import { viewOf } from '../../view.ts';
import { type RenderOptions, type Subject, isPlanned } from '../format.ts';
import { ganttSheet } from './gantt.ts';
import { withHeight } from './heights.ts';
import { workbookXml, worksheetXml } from './layout.ts';
import { type Sheet, matrixSheet, sentencesSheet, summarySheet, tableSheet } from './sheets.ts';
import { withoutClock } from './stamp.ts';

/** What the library lets a part of the archive be. */
type Content = Stream | Buffer | Blob;

/** Sections that are sheets, in order; the timeline follows the schedule. */
const BEFORE_TIMELINE: readonly SectionId[] = ['schedule'];
const AFTER_TIMELINE: readonly SectionId[] = [
  ...(['matrix', 'decisions', 'milestones', 'participations', 'members', 'workload', 'checks'] as const),
  ...(['contracts', 'alone', 'quality', 'settle', 'data', 'assumptions'] as const),
];

export async function workbook(subject: Subject, { texts }: RenderOptions): Promise<Uint8Array> {
  if (!isPlanned(subject)) throw new TypeError('a workbook shows a schedule');
  const view = viewOf(subject, texts);
  const sheetOf = (id: SectionId): Sheet =>
    id === 'matrix'
      ? matrixSheet(view.sections.matrix, subject, texts)
      : tableSheet(view.sections[id], texts);
  const sheets = [
    ...(subject.kind === 'quarter' ? quarterSheets(subject, texts) : []),
    summarySheet(view, [...BEFORE_TIMELINE, ...AFTER_TIMELINE], texts),
    ...BEFORE_TIMELINE.map(sheetOf),
    ganttSheet(subject, texts),
    ...AFTER_TIMELINE.map(sheetOf),
  ];
  const written = writeSheets(sheets.map(writtenSheet), {
    fontFamily: 'Calibri',
    fontSize: 10,
    features: [layout(sheets, texts.exports.workbook.page)],
  });
  return withoutClock(await written.toBuffer());
}

/** The quarter first: what to know, then its parts, then what changed. Parts without a row are told in the summary. */
function quarterSheets(subject: QuarterlyOutcome, texts: Texts): Sheet[] {
  const { title, lead, toKnow, sections, changesLead, changes } = quarterViewOf(subject, texts);
  const parts = [...sections, ...changes];
  return [
    sentencesSheet(texts.format.quarter(subject.quarterly.quarter), title, [
      { lead: [...lead, ...toKnow] },
      ...sections,
      { title: texts.quarter.changed, lead: changesLead },
      ...changes,
    ]),
    ...parts.filter(({ rows }) => rows.length > 0).map(section => tableSheet(section, texts)),
  ];
}

function writtenSheet({ name, rows, widths, frozen }: Sheet): WrittenSheet<Content> {
  return {
    sheet: name,
    data: rows.map(cells => withHeight(cells, widths)),
    columns: widths.map(width => ({ width })),
    stickyRowsCount: frozen.rows,
    ...(frozen.columns > 0 && { stickyColumnsCount: frozen.columns }),
    orientation: 'landscape',
  };
}

function layout(sheets: readonly Sheet[], page: string): Feature<Content> {
  return {
    files: {
      transform: {
        'xl/workbook.xml': { transform: xml => workbookXml(xml, sheets) },
        'xl/worksheets/sheet{id}.xml': {
          transform: (xml, _, { sheetIndex }) => worksheetXml(xml, sheets[sheetIndex]!, page),
        },
      },
    },
  };
}
