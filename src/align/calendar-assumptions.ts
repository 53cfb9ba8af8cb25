/** What the calendars and the legal checks of a plan rest on, for its list of assumptions. */
import { CATEGORY_RULES } from '../data/category-rules.ts';
import { LEGAL_RULES } from '../data/legal-rules.ts';
import { DEFAULT_CALENDAR } from '../data/calendar-defaults.ts';
import type { ThresholdOn } from '../data/thresholds.ts';
import type { CalendarSettings } from '../domain/calendar.ts';
import type { Category } from '../domain/category.ts';
import type { Day } from '../domain/day.ts';
import { euros } from '../domain/money.ts';
import type { Assumption } from '../domain/plan.ts';
import { compareText } from '../domain/text.ts';
import { stagesOf } from './calendar/stage-days.ts';
import { thresholdsOf } from './procedure.ts';

const CONFIGURATION = 'configuration';
const PRACTICE = 'usage, non vérifié';

/** A launch whose thresholds are to be listed. */
export interface Launch {
  readonly category: Category;
  readonly launchOn: Day;
}

/** Every number behind calendars, procedures and checks: durations in days or months, thresholds in euros. */
export function calendarAssumptions(settings: CalendarSettings, launches: readonly Launch[]): Assumption[] {
  return [
    ...choices(settings),
    ...stageLines(settings),
    ...thresholdLines(settings, launches),
    ...LEGAL_RULES.flatMap(({ code, value, article, source, mark }) =>
      value === undefined ? [] : [{ code: `LEGAL:${code}`, value, source: cited(article, source), mark }],
    ),
    ...CATEGORY_RULES.map(({ categories, code, value, from, to, article, source, mark }) => ({
      code: `LEGAL:${code}:${categories.join('+')}`,
      value: value ?? [from, to].filter(Boolean).join(' → '),
      source: cited(article, source),
      mark,
    })),
  ];
}

function choices(settings: CalendarSettings): Assumption[] {
  const line = (
    code: string,
    key: keyof CalendarSettings,
    value: string | number,
    source: string,
  ): Assumption => ({
    code,
    value,
    source: settings[key] === DEFAULT_CALENDAR[key] ? source : CONFIGURATION,
  });
  const blackouts = settings.blackouts.map(({ from, to }) => `${from} → ${to}`).join(' ; ');
  const lines = [
    line('CALENDAR_PACE', 'pace', settings.pace, 'choix de l’outil'),
    line('CALENDAR_ELECTRONIC', 'electronic', settings.electronic ? 1 : 0, 'choix de l’outil'),
    line('CALENDAR_BLACKOUTS', 'blackouts', blackouts || '—', PRACTICE),
    line(
      'CALENDAR_BUYER_CLASS',
      'buyerClass',
      settings.buyerClass,
      'OPH, ESH, coopératives et SAC : pouvoirs adjudicateurs autres que l’État',
    ),
    line('CALENDAR_OPTIONS', 'options', settings.options, 'R2121-1'),
    line(
      'BUYER_DAYS',
      'buyerDays',
      settings.buyerDays,
      'PwC/Ecorys 2011 : 22 jours ; Beaugé 2011 : 19 jours (MAPA)',
    ),
  ];
  const configured = (code: string, table: Readonly<Record<string, number | boolean>>): Assumption[] =>
    Object.entries(table)
      .toSorted(([a], [b]) => compareText(a, b))
      .map(([id, value]) => ({ code: `${code}:${id}`, value: Number(value), source: CONFIGURATION }));
  return [
    ...lines,
    ...configured('SOCIAL_REGIME', settings.socialRegime),
    ...configured('JUSTIFIED_MONTHS', settings.justifiedMonths),
  ];
}

/** Days of each stage: of a formal procedure, then those that an adapted one changes. */
function stageLines(settings: CalendarSettings): Assumption[] {
  const formal = stagesOf('FORMAL', settings);
  const adapted = stagesOf('ADAPTED', settings);
  return formal.flatMap(stage => {
    const { id, days, source, mark } = stage;
    const stated = settings.stageDays[id] === undefined ? { source, mark } : { source: CONFIGURATION };
    const other = adapted.find(candidate => candidate.id === id)?.days ?? 0;
    const lines: Assumption[] = [{ code: `STAGE_DAYS:${id}`, value: days, ...stated }];
    if (other !== days) lines.push({ code: `STAGE_DAYS_ADAPTED:${id}`, value: other, ...stated });
    return lines;
  });
}

/** The thresholds met by the launches, once each. */
function thresholdLines(settings: CalendarSettings, launches: readonly Launch[]): Assumption[] {
  const lines = new Map<string, Assumption>();
  for (const launch of launches) {
    const { formal, waiver } = thresholdsOf(launch, settings);
    for (const threshold of [formal, waiver]) {
      const line = thresholdLine(threshold);
      lines.set(line.code, line);
    }
  }
  return [...lines.values()].toSorted((a, b) => compareText(a.code, b.code));
}

function thresholdLine(threshold: ThresholdOn): Assumption {
  const { rule, natures, from, to, amount, article, source, mark, known } = threshold;
  const validity = `${from ?? '…'} → ${to ?? '…'}`;
  return {
    code: `${rule}:${natures}:${from ?? ''}`,
    value: euros(amount),
    source: `${cited(article, source)} ; ${validity}`,
    mark: known ? mark : 'derived',
  };
}

function cited(article: string, source: string): string {
  return [article, source].filter(Boolean).join(' ; ');
}
