/** The workbook: every table of the report, members × categories, and a timeline in coloured cells. */
import type { Blob } from 'node:buffer';
import type Stream from 'node:stream';
import writeSheets, { type Feature, type Sheet as WrittenSheet } from 'write-excel-file/node';
import type { SectionId } from '../../../i18n/texts.ts';
import { viewOf } from '../../view.ts';
import type { RenderOptions, Subject } from '../format.ts';
import { ganttSheet } from './gantt.ts';
import { withHeight } from './heights.ts';
import { workbookXml, worksheetXml } from './layout.ts';
import { type Sheet, matrixSheet, summarySheet, tableSheet } from './sheets.ts';
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
  if (subject.kind !== 'schedule') throw new TypeError('a workbook shows a schedule');
  const view = viewOf(subject, texts);
  const sheetOf = (id: SectionId): Sheet =>
    id === 'matrix'
      ? matrixSheet(view.sections.matrix, subject, texts)
      : tableSheet(view.sections[id], texts);
  const sheets = [
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
