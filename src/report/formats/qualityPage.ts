/** `check` in the terminal: each file at a glance, then every problem, grouped by kind, the gravest first. */
import type { Severity } from '../../domain/diagnostic.ts';
import type { Register } from '../../domain/outcome.ts';
import { type ProblemGroup, problemGroups } from '../problems.ts';
import type { Emphasis } from '../table.ts';
import { readSentence, registerSections } from '../view.ts';
import type { Page } from './format.ts';
import { wrap } from './grid.ts';
import { first, paragraph, whole } from './page.ts';

/** Places of one kind of problem shown before the rest is left to `--format csv`. */
const FIRST_PLACES = 20;
/** Uncertain categories shown before « --view settle ». */
const FIRST_TO_SETTLE = 10;
const EMPHASIS: Readonly<Record<Severity, Emphasis>> = { error: 'late', warning: 'soon', info: 'none' };

export function qualityBlocks(register: Register, page: Page): string[] {
  const { quality, settle, columns, data } = registerSections(register, page.texts);
  return [
    paragraph([readSentence(register, page.texts), ...data.lead], page),
    whole(quality, page),
    first(settle, FIRST_TO_SETTLE, page),
    ...problemGroups(register.diagnostics, page.texts).map(group => groupBlock(group, page)),
    whole(columns, page),
  ];
}

function groupBlock({ code, severity, count, places, expected, hint }: ProblemGroup, page: Page): string {
  const { report } = page.texts;
  const heading = `${report.severity[severity]} ${code} — ${report.times(count)}`;
  const hidden = places.length - FIRST_PLACES;
  const shown = places
    .slice(0, FIRST_PLACES)
    .flatMap(({ place, value, message }) =>
      wrap(`- ${place}${value === undefined ? '' : ` : « ${value} »`} — ${message}`, page.width),
    );
  return [
    page.paint.emphasis(EMPHASIS[severity], heading),
    ...shown,
    ...(hidden > 0 ? [report.andMore(hidden)] : []),
    ...(expected ? wrap(`${report.columns.expected} : ${expected}`, page.width) : []),
    ...(hint ? wrap(`→ ${hint}`, page.width) : []),
  ].join('\n');
}
