/** Lots: what tells the contracts of one reference apart. */
import { fold } from '../../domain/text.ts';

/** « lots » is no lot « s », nor « lot d’entretien » a lot « d ». */
const IN_TITLE = /\blots?(?![a-z])\s*(?:n\s*[°ºo]?\s*)?(\d{1,3}[a-z]?(?:[.-]\d{1,3})?|[A-Z](?!['’]))\b/i;
/** A sole lot is none. */
const SOLE = /^(?:|unique|sans objet|lot|lots|lot unique|aucun|sans|0)$/;

/** `Lot 01`, `1` and `lot n°1` are one lot, `1`; a sole lot (« unique », `0`) is ''. */
export function lotKey(lot: string): string {
  if (lot === '') return '';
  const key = fold(lot)
    .replace(/^lot (?:n )?|^lot(?=\d)/, '')
    .replace(/^0+(?=\d)/, '');
  return SOLE.test(key) ? '' : key;
}

/** The lot that a title names (« Nettoyage – lot n° 3 »); '' when it names none. */
export function lotInTitle(title: string): string {
  return IN_TITLE.exec(title)?.[1]?.toLowerCase() ?? '';
}
