/** What the cells of a column look like, to confirm or refute what its heading says. */
import { fold } from '../domain/text.ts';
import { endsTwice } from './cells/dates.ts';
import { type Rows, spread } from './rows.ts';
import type { Row } from './table.ts';

/** How many filled cells are looked at, spread over the whole column. */
const SAMPLE = 200;

/** Shares (0 to 1) of the filled cells looked at; one cell may count in several. */
export interface ColumnContent {
  /** Filled cells looked at. */
  readonly filled: number;
  /** Different texts among them. */
  readonly different: number;
  readonly date: number;
  /** Two dates in one cell. */
  readonly range: number;
  readonly number: number;
  /** Whole numbers from 0 to 12. */
  readonly smallNumber: number;
  readonly duration: number;
  /** A number of times: `3 x 12 mois`, `2 fois`. */
  readonly times: number;
  /** A whole term: a firm length, and more: `1 an reconductible 3 fois`, `12 mois + 3 x 12 mois`, `4 ans ferme`. */
  readonly wholeTerm: number;
  readonly procedureWords: number;
  readonly natureWords: number;
  /** Texts with a word of four letters or more. */
  readonly words: number;
  /** Codes of one word, with a figure: `2024-015`, `LOG-1`. */
  readonly code: number;
  /** Short marks: a number, `A`, `Lot 2`, `1.2`. */
  readonly mark: number;
}

const DATE =
  /^\D{0,12}(\d{1,2}[/.\-\s]\d{1,2}[/.\-\s](\d{4}|\d{2})|\d{4}[/.-]\d{1,2}[/.-]\d{1,2})([T\s].*|[+-]\d\d:\d\d|Z)?$/;
const MONTH_NAME =
  /\b(janv|janvier|fev|fevr|fevrier|mars|avr|avril|mai|juin|juil|juillet|aout|sept|septembre|oct|octobre|nov|novembre|dec|decembre|january|february|march|april|june|july|august|september|october|november|december|jan|feb|apr|jun|jul|aug|sep)\b.*\b\d{4}\b|^(t|q)[1-4] \d{4}$/;
/** `20250101`, as software exports it. */
const COMPACT = /^(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/;
/** « Année de fin » over years. */
const YEAR = /^20\d{2}$/;
const TWO_DATES = /\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}\D+\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}/;
const NUMBER =
  /^[-+(]?\s*[€£]?\s*\d[\d\s\u00A0\u202F.,']*\s*([kKM]?\s*€|[kKM]?\s*EUR(OS?)?|£|%)?\s*(HT|TTC)?(\s*(\/|par |pour |sur |per )\s*\D{2,20})?\)?$/i;
const DURATION =
  /^\D{0,3}\d+([.,]\d+)?\s*(mois|months?|ans?|annees?|years?|jours?|jrs?|j|days?|semaines?|weeks?|m|a)\b/;
const WHOLE_TERM =
  /^\D{0,3}\d+ ?(?:mois|ans?|annees?|months?|years?)?\b.*(?:\+|\bpuis\b|\bfermes?\b|\bfirm\b|(?:reconduc|renouvel|renew|exten).*\d)|indetermine/;
const PROCEDURE =
  /\b(mapa|procedure|appel d offres?|aoo|aor|ao|adaptee|negocie\w*|negociation|concours|dialogue|sans publicite|gre a gre|ugap|centrale|open|restricted|direct award|framework|mise en concurrence|formalisee)\b/;
const NATURE =
  /^(marches?|accords? cadres?|accord cadre.*|marche (de|a|subsequent|public).*|travaux|services?|fournitures?|prestations? intellectuelles?|pi|t|s|f|works|supplies|goods|bons? de commande|abc|convention|contrat|mixte)$/;

/** Rows in which the cells of every column are looked at. */
export function rowsLookedAt(rows: Rows): readonly Row[] {
  return spread(rows, SAMPLE * 4);
}

/** A number, a letter or two, `Lot 2`, `1.2`. */
const MARK = /^\d{1,4}$|^[a-z]{1,2}$|^(lot|tranche) ?\w{1,4}$|^(lot )?unique$|^\w{1,4}( \w{1,3})?$/;

/** Looks at the cells of one column in {@link rowsLookedAt}, for each question when it is first asked. */
export function contentOf(rows: readonly Row[], column: number): ColumnContent {
  const cells = sampleOf(rows, column);
  let folded: readonly string[] | undefined;
  const foldedCells = (): readonly string[] => (folded ??= cells.map(fold));
  const shareOf = (isSo: (cell: string) => boolean) => (): number => share(cells, isSo);
  const shareOfFolded = (isSo: RegExp) => (): number => share(foldedCells(), text => isSo.test(text));
  return answered({
    filled: () => cells.length,
    different: () => new Set(foldedCells()).size,
    date: () => share(cells, cell => (TWO_DATES.test(cell) ? !isRange(cell) : isDate(cell))),
    range: shareOf(isRange),
    number: shareOf(cell => NUMBER.test(cell)),
    smallNumber: shareOf(cell => /^\d{1,2}([.,]0+)?$/.test(cell) && Number.parseInt(cell, 10) <= 12),
    duration: shareOfFolded(DURATION),
    times: shareOf(cell => /^\d{1,2}\s*([x×*]|fois|times)(\s*\d|$)/i.test(cell)),
    wholeTerm: () =>
      share(cells, cell => WHOLE_TERM.test(cell.includes('+') ? cell.toLowerCase() : fold(cell))),
    procedureWords: shareOfFolded(PROCEDURE),
    natureWords: shareOfFolded(NATURE),
    words: shareOfFolded(/[a-z]{4}/),
    code: shareOf(cell => /^(?=\S*\d)[\w./-]{2,25}$/.test(cell)),
    mark: shareOf(cell => cell.length <= 10 && MARK.test(fold(cell))),
  });
}

function share(cells: readonly string[], isSo: (cell: string) => boolean): number {
  return cells.length > 0 ? cells.filter(isSo).length / cells.length : 0;
}

/** Answers kept, each found when it is first asked for. */
function answered<Answers extends object>(found: {
  readonly [Name in keyof Answers]: () => Answers[Name];
}): Answers {
  const answers = {} as Answers;
  for (const name of Object.keys(found) as (keyof Answers)[]) {
    Object.defineProperty(answers, name, {
      configurable: true,
      get() {
        const value = found[name]();
        Object.defineProperty(answers, name, { value });
        return value;
      },
    });
  }
  return answers;
}

/** « 31/12/2026 (31/12/2028 avec reconductions) » is an end with another one, not a period. */
function isRange(cell: string): boolean {
  return TWO_DATES.test(cell) && !endsTwice(cell);
}

function isDate(cell: string): boolean {
  return (
    DATE.test(cell) || COMPACT.test(cell) || YEAR.test(cell) || MONTH_NAME.test(fold(cell)) || isSerial(cell)
  );
}

/** Excel's day numbers from 1995 to 2080: dates whose format was lost. */
function isSerial(cell: string): boolean {
  return (
    /^\d{5}([.,]0+)?$/.test(cell) &&
    Number.parseInt(cell, 10) >= 34_700 &&
    Number.parseInt(cell, 10) <= 65_750
  );
}

function sampleOf(rows: readonly Row[], column: number): string[] {
  const cells: string[] = [];
  for (let at = 0; at < rows.length && cells.length < SAMPLE; at += 1) {
    const cell = rows[at]!.cells[column]?.trim();
    // Dashes and « NC » are blanks by another name.
    if (cell && !/^([-–—/.?]+|n\.?\/?[acd]\.?|sans objet|so)$/i.test(cell)) cells.push(cell);
  }
  return cells;
}
