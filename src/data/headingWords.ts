/** The words of a heading, as headings are compared (see headings.ts). */
import { fold } from '../domain/text.ts';

/** Abbreviations, folded. */
const SPELT_OUT: ReadonlyMap<string, string> = new Map(
  Object.entries({
    mt: 'montant',
    mtt: 'montant',
    mnt: 'montant',
    mont: 'montant',
    nb: 'nombre',
    nbr: 'nombre',
    nbre: 'nombre',
    nbs: 'nombre',
    dt: 'date',
    dte: 'date',
    ref: 'reference',
    refs: 'reference',
    tit: 'titulaire',
    titul: 'titulaire',
    n: 'numero',
    no: 'numero',
    num: 'numero',
    nro: 'numero',
    deb: 'debut',
    ech: 'echeance',
    echeanc: 'echeance',
    dur: 'duree',
    reconduct: 'reconduction',
    recond: 'reconduction',
    reconds: 'reconduction',
    renouv: 'renouvellement',
    fourn: 'fournisseur',
    frs: 'fournisseur',
    fourniss: 'fournisseur',
    prest: 'prestation',
    desc: 'description',
    cat: 'categorie',
    fam: 'famille',
    proc: 'procedure',
    notif: 'notification',
    com: 'commentaire',
    comm: 'commentaire',
    obs: 'observation',
    ets: 'etablissement',
    etab: 'etablissement',
    tx: 'taux',
    maxi: 'max',
    maximum: 'max',
    maximal: 'max',
    maximale: 'max',
    mini: 'min',
    minimum: 'min',
    minimal: 'min',
    minimale: 'min',
    resil: 'resiliation',
    libel: 'libelle',
    lib: 'libelle',
    intit: 'intitule',
    dept: 'departement',
    dep: 'departement',
    mche: 'marche',
    premiere: '1ere',
    '1re': '1ere',
    numeros: 'numero',
  }),
);

const ARTICLES = new Set(
  'de du des d la le les l un une en au aux a par pour sur the of for in per s'.split(' '),
);

/** Words that join two headings: « Durée et reconduction » is not « Durée de reconduction ». */
const CONJUNCTIONS = new Set(['et', 'and']);

/**
 * Words that tell a unit, a tax basis or a currency, not a field (see `intake/heading-facts`). « An » is none of them:
 * « montant / an » is another field than « montant ».
 */
const FACT_WORDS = new Set(
  (
    'mois jour jours jr jrs j ans annees semaine semaines month months day days years week weeks ' +
    'ht ttc taxe taxes toutes tva excl incl excluding including vat ex exc inc euro euros eur keur meur k m ' +
    'jj mm aaaa aa dd yyyy yy'
  ).split(' '),
);

/**
 * The words of a heading that tell its field, singular and spelt out. A camel-case name is cut into its words.
 * A letter lost by an earlier export (U+FFFD, or `?` inside a word) stays as U+FFFD.
 * `joined`: what joins two headings (« et », `/`) is kept, as « et ».
 */
export function headingWords(heading: string, joined = false): string[] {
  let cut = joined ? heading.replace(/[/&+]/g, ' et ') : heading;
  if (cut.includes('?')) cut = cut.replace(/(\p{L})\?+(?=\p{Ll})/gu, '$1\uFFFD');
  if (/[a-zà-ÿ\d][A-Z]/.test(cut)) cut = cut.replace(/([a-zà-ÿ\d])([A-Z])/g, '$1 $2');
  if (cut.includes('/')) cut = cut.replace(/\b(O\s*\/\s*N|Y\s*\/\s*N|oui\s*\/\s*non|yes\s*\/\s*no)\b/gi, ' ');
  if (cut.includes('.')) {
    cut = cut.replace(/\bH\s*\.\s*T\b\.?/gi, 'HT').replace(/\bT\s*\.\s*T\s*\.\s*C\b\.?/gi, 'TTC');
  }
  // « Hors taxes » is a tax basis; « hors reconduction » is not.
  if (/hors/i.test(cut)) cut = cut.replace(/\bhors\s+(?:taxes?|t\.?v\.?a)\b/gi, 'HT');
  if (/[°º\uFFFD]/.test(cut)) cut = cut.replace(/\b[Nn][°º\uFFFD]s?(?=[^a-z]|$)/g, ' n ');
  // « Titulaire(s) » is « Titulaires ».
  if (cut.includes('(')) cut = cut.replace(/\((?=e?s?\))/g, '');
  const folded = fold(cut);
  if (folded === '') return [];
  const words = folded.split(' ');
  // « Du » and « Au », alone or at the end (« Période du »), are a start and an end.
  const last = words.at(-1);
  if (last === 'du' || last === 'au') words[words.length - 1] = last === 'du' ? 'debut' : 'fin';
  const kept: string[] = [];
  for (const word of words) {
    if (CONJUNCTIONS.has(word)) {
      if (joined) kept.push('et');
      continue;
    }
    if (ARTICLES.has(word)) continue;
    const one = FACT_WORDS.has(word) ? word : singular(word);
    kept.push(SPELT_OUT.get(one) ?? one);
  }
  return kept;
}

/**
 * The same words without those that only give a unit or a tax basis; all of them when nothing else is left, or only
 * « nombre », which counts anything.
 */
export function withoutFacts(words: readonly string[]): readonly string[] {
  if (!words.some(word => FACT_WORDS.has(word))) return words;
  const rest = words.filter(word => !FACT_WORDS.has(word));
  return rest.length > 0 && rest.join() !== 'nombre' ? rest : words;
}

/** True for a heading that may join two, whose words are then compared with what joins them. */
export function mayJoin(heading: string): boolean {
  return /\s(?:et|and)\s|[/&+]/i.test(heading);
}

/** True for a cell that only tells a unit, a tax basis or a format: `mois`, `(jj/mm/aaaa)`, `€ HT`, `O/N`. */
export function isUnit(cell: string): boolean {
  if (/^\W*(?:[km]?[€%]|oui *\/ *non|o *\/ *n|yes *\/ *no|y *\/ *n)\W*$/i.test(cell)) return true;
  const words = fold(cell).split(' ').filter(Boolean);
  return words.length > 0 && words.every(word => FACT_WORDS.has(word) || word === 'en');
}

function singular(word: string): string {
  return word.length > 3 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word;
}
