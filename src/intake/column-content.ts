/** What the cells of a column look like, to confirm or refute what its heading says. */
import { fold } from '../domain/text.ts';
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
  readonly cpv: number;
  /** SIRET or SIREN. */
  readonly identifier: number;
  readonly yesNo: number;
  readonly renewalWords: number;
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
const TWO_DATES = /\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}\D+\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}/;
const NUMBER =
  /^[-+(]?\s*[€£]?\s*\d[\d\s\u00A0\u202F.,']*\s*([kKM]?\s*€|[kKM]?\s*EUR(OS?)?|£|%)?\s*(HT|TTC)?(\s*(\/|par |pour |sur |per )\s*\D{2,20})?\)?$/i;
const DURATION =
  /^\D{0,3}\d+([.,]\d+)?\s*(mois|months?|ans?|annees?|years?|jours?|jrs?|j|days?|semaines?|weeks?|m|a)\b/;
const CPV = /^\d{8}(-\d)?\b|^\d{2,3}0{4,5}/;
const YES_NO = /^(o|n|oui|non|y|yes|no|x|vrai|faux|true|false|0|1)$/;
const RENEWAL =
  /\b(tacites?|tacitement|expresses?|express|reconduc\w*|renouvel\w*|renewable|extension|extend|automatique|sans|aucune?|none)\b/;
const WHOLE_TERM =
  /^\D{0,3}\d+ ?(?:mois|ans?|annees?|months?|years?)?\b.*(?:\+|\bpuis\b|\bfermes?\b|\bfirm\b|(?:reconduc|renouvel|renew|exten).*\d)|indetermine/;
const PROCEDURE =
  /\b(mapa|procedure|appel d offres?|aoo|aor|ao|adaptee|negocie\w*|negociation|concours|dialogue|sans publicite|gre a gre|ugap|centrale|open|restricted|direct award|framework|mise en concurrence|formalisee)\b/;
const NATURE =
  /^(marches?|accords? cadres?|accord cadre.*|marche (de|a|subsequent|public).*|travaux|services?|fournitures?|prestations? intellectuelles?|pi|t|s|f|works|supplies|goods|bons? de commande|abc|convention|contrat|mixte)$/;

/** Looks at the cells of one column of the rows. */
export function contentOf(rows: readonly Row[], column: number): ColumnContent {
  const cells = sampleOf(rows, column);
  const folded = cells.map(fold);
  const share = (test: (cell: string, folded: string) => boolean): number =>
    cells.length ? cells.filter((cell, i) => test(cell, folded[i]!)).length / cells.length : 0;
  return {
    filled: cells.length,
    different: new Set(folded).size,
    date: share(
      (cell, text) => !TWO_DATES.test(cell) && (DATE.test(cell) || MONTH_NAME.test(text) || isSerial(cell)),
    ),
    range: share(cell => TWO_DATES.test(cell)),
    number: share(cell => NUMBER.test(cell)),
    smallNumber: share(cell => /^\d{1,2}([.,]0+)?$/.test(cell) && Number.parseInt(cell, 10) <= 12),
    duration: share((_, text) => DURATION.test(text)),
    times: share(cell => /^\d{1,2}\s*([x×*]|fois|times)(\s*\d|$)/i.test(cell)),
    cpv: share(cell => CPV.test(cell)),
    identifier: share(
      cell => /^\d{9}(\d{5})?$/.test(cell.replace(/\D/g, '')) && /^[\d\s\u00A0.]+$/.test(cell),
    ),
    yesNo: share((_, text) => YES_NO.test(text)),
    renewalWords: share((_, text) => RENEWAL.test(text)),
    wholeTerm: share((cell, text) => WHOLE_TERM.test(cell.includes('+') ? cell.toLowerCase() : text)),
    procedureWords: share((_, text) => PROCEDURE.test(text)),
    natureWords: share((_, text) => NATURE.test(text)),
    words: share((_, text) => /[a-z]{4}/.test(text)),
    code: share(cell => /^(?=\S*\d)[\w./-]{2,25}$/.test(cell)),
    mark: share(
      (cell, text) =>
        /^\d{1,4}$|^[a-z]{1,2}$|^(lot|tranche) ?\w{1,4}$|^(lot )?unique$|^\w{1,4}( \w{1,3})?$/.test(text) &&
        cell.length <= 10,
    ),
  };
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
  const step = Math.max(1, Math.floor(rows.length / (SAMPLE * 4)));
  for (let at = 0; at < rows.length && cells.length < SAMPLE; at += step) {
    const cell = rows[at]!.cells[column]?.trim();
    // Dashes and « NC » are blanks by another name.
    if (cell && !/^([-–—/.?]+|n\.?\/?[acd]\.?|sans objet|so)$/i.test(cell)) cells.push(cell);
  }
  return cells;
}
