/** What a text tells of a one-off operation (« réhabilitation de 56 logements, résidence Hugo ») or of a recurring need. */
import { ACTS, type SignKind, weightOf } from '../../data/evidence.ts';
import { type CategoryId, WORKS } from '../../domain/category.ts';
import type { Evidence } from '../../domain/evidence.ts';
import type { Met } from './lexicon.ts';
import { type Scanned, shown } from './needs.ts';
import type { Meaning } from './phrases.ts';
import type { Word } from './words.ts';

/** Needs that operations call for one by one, and that some landlords buy by the year. */
const MISSIONS: ReadonlySet<string> = new Set(['MOE', 'CT_SPS']);

type SignMet = Met & { readonly meaning: Extract<Meaning, { layer: 'operation' }> };

/** The signs of an operation that a title holds. */
interface Signs {
  /** How firmly it says that something is built, repaired, replaced once: 0 when it does not. */
  readonly works: number;
  /** Where, or of how many dwellings, as the title says it. */
  readonly where: string | undefined;
  /** Orders to come, upkeep, or the whole of the property: not one operation. */
  readonly lasting: boolean;
  /** The words of the works. */
  readonly text: string;
}

/** The signs of an operation in the words of a title. */
function signsOf({ words, met }: Scanned): Signs {
  const signs = met.filter(isSign);
  const first = (...kinds: SignKind[]): SignMet | undefined =>
    signs.find(one => kinds.some(kind => one.meaning.kinds.includes(kind)));
  const works = signs
    .filter(({ meaning: { kinds } }) => kinds.includes('works') || kinds.includes('lot'))
    .toSorted((a, b) => b.meaning.weight - a.meaning.weight)[0];
  const counted = works?.meaning.kinds.includes('count') && works.meaning.weight >= weightOf('heavy-works');
  const place = first('place', 'count');
  return {
    works: works?.meaning.weight ?? 0,
    where: place ? shown(words, place) : words.find(namesPlace)?.text,
    // « Construction de 20 logements, lot 9 : peinture, nettoyage » is no upkeep.
    lasting: first('frame', 'spread') !== undefined || (!counted && first('upkeep') !== undefined),
    text: works ? shown(words, works) : '',
  };
}

function isSign(one: Met): one is SignMet {
  return one.meaning.layer === 'operation';
}

/** `à Saint-Brieuc`, `45430`: a town that no table knows, a postal code. */
export function namesPlace({ text, place }: Word): boolean {
  return place || /^\d{5}$/.test(text);
}

/** What the words of an operation, or of upkeep, weigh for and against {@link WORKS}. */
export function operationEvidence(scanned: Scanned): Evidence[] {
  const { words, met, origin } = scanned;
  // Upkeep too is let in lots, and opens with « travaux ».
  const { lasting } = signsOf(scanned);
  let room = weightOf('operation-ceiling');
  let opened = lasting;
  const evidence: Evidence[] = [];
  for (const one of met.filter(isSign)) {
    const sign = one.meaning;
    if (lasting && sign.kinds.includes('lot')) continue;
    const opens: boolean =
      !opened && one.from < weightOf('opening-words') && sign.weight >= weightOf('opening-least');
    opened ||= opens;
    const weight = Math.min(sign.weight + (opens ? weightOf('opening') : 0), room);
    if (weight > 0) room -= weight;
    const feature = weight > 0 ? 'one-off' : 'recurring';
    if (weight !== 0) evidence.push({ id: WORKS, feature, weight, origin, text: shown(words, one) });
  }
  return evidence;
}

/**
 * One more reason for {@link WORKS} when a title names works and where they are (or `short` ones, by their code and
 * duration), with no word of what lasts. A mission for an operation (design, inspection…) is not the operation.
 */
export function wholeOperationEvidence(title: Scanned, short: boolean): Evidence[] {
  const { works, where, lasting, text } = signsOf(title);
  const whole = works > 0 ? where !== undefined || short : where !== undefined && short;
  if (!whole || lasting || isMission(title)) return [];
  const weight = weightOf(works >= weightOf('heavy-works') ? 'whole-operation-heavy' : 'whole-operation');
  const said = [text, where].filter(Boolean).join(' … ');
  return [{ id: WORKS, feature: 'whole-operation', weight, origin: title.origin, text: said }];
}

function isMission({ met }: Scanned): boolean {
  return met.some(
    ({ meaning, from }) =>
      meaning.layer === 'act' && ACTS[meaning.act]!.against < 0 && from < weightOf('act-near-words'),
  );
}

/**
 * Whether a contract serves one operation, whatever it buys: its title names works and where they are, and no
 * agreement, upkeep or property at large. A designer's or an inspector's mission for heavy works serves one operation
 * unless told otherwise. `months`: whole duration, when known.
 */
export function servesOneOperation(id: CategoryId, title: Scanned, months = 0): boolean {
  const { works, where, lasting } = signsOf(title);
  if (lasting || works < weightOf('one-off-works')) return false;
  if (where !== undefined) return true;
  return MISSIONS.has(id) && works >= weightOf('heavy-works') && months < weightOf('one-off-months');
}
