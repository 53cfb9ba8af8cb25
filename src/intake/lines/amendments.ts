/** Is a line an amendment (avenant), and to which contract? */
import { fold } from '../../domain/text.ts';
import { isAbsent } from '../cells/absent.ts';

export interface Amendment {
  /** Reference of the contract that it changes, when the line names another than its own. */
  readonly of?: string;
  /** Its number, or its words. */
  readonly mark: string;
}

const TITLE =
  /\b(?:avenant|modification de march[ée]|acte modificatif|amendment)\s*(?:n\s*[°ºo]\s*|no\.?\s*|#\s*)?(\d{1,3})?(?:\s*(?:au|du|à la|de la|to|sur le)?\s*(?:march[ée]|contrat|accord[- ]cadre|contract|lot)?\s*(?:n\s*[°ºo]\s*|no\.?\s*)?([A-Z0-9][\w./-]*\d[\w./-]*))?/i;
const SUFFIX = /^(.*\w)[\s/_.-]+(?:a|av|ave|avt|avenant|mod)[\s_.-]*n?[°ºo]?\s*(\d{1,2})$/i;
const NO = new Set(['non', 'no', 'n', '0', 'false', 'faux', 'aucun', 'aucune', 'sans', 'neant']);

/** Reads the amendment column, then the title, then the reference's suffix (`2024-12-AV1`). */
export function amendmentOf(line: {
  readonly title: string;
  readonly reference: string;
  /** The « Avenant » column. */
  readonly words: string;
  /** The « Marché initial » column. */
  readonly initial: string;
}): Amendment | undefined {
  const { words, title, reference } = line;
  const initial = isAbsent(line.initial) || fold(line.initial) === fold(reference) ? undefined : line.initial;
  const suffix = /[a-z]/i.test(reference) ? SUFFIX.exec(reference) : null;
  const base = initial ?? suffix?.[1];
  const said = !isAbsent(words) && !NO.has(fold(words));
  const inTitle = /avenant|modificati|amendment/i.test(title) ? TITLE.exec(title) : null;
  if (said) return { mark: words, ...(base && { of: base }) };
  if (inTitle && isAboutAmendment(title, inTitle)) {
    const named = base ?? (inTitle[2] && fold(inTitle[2]) !== fold(reference) ? inTitle[2] : undefined);
    return { mark: inTitle[1] ?? inTitle[0].trim(), ...(named && { of: named }) };
  }
  if (suffix && /av|mod/i.test(reference.slice(suffix[1]!.length)))
    return { mark: suffix[2]!, of: suffix[1]! };
  return undefined;
}

/** « Avenant 1 » in a column « Type » beside « Marché ». */
export function namesAmendment(kind: string): boolean {
  return /^(?:avenant|acte modificatif|modification (?:de march[ée]|n)|amendment)\b/i.test(kind);
}

/** « Avenant n° 2 au marché X » or « … - Avenant 1 », not « Assistance à la rédaction d'avenants ». */
function isAboutAmendment(title: string, match: RegExpExecArray): boolean {
  return match[1] !== undefined || match.index === 0 || /[-–—:(]\s*$/.test(title.slice(0, match.index));
}
