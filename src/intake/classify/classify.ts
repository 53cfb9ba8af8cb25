/**
 * Tells what a contract buys. Everything that its line says is evidence with a weight (see `data/tables`):
 * the configuration, the landlord's own family, the CPV code, the words of the title, the section heading.
 * The weights of a category add up; the heaviest wins, and how far it leads says how sure the answer is.
 */
import { CATEGORIES } from '../../data/categories.ts';
import { weightOf } from '../../data/evidence.ts';
import { type CategoryId, type Classification, OTHER, WORKS } from '../../domain/category.ts';
import type { Evidence, Explanation, Origin } from '../../domain/evidence.ts';
import type { ClassificationSettings } from '../../domain/settings.ts';
import { fold } from '../../domain/text.ts';
import { cpvCode, cpvMeanings, listedCodes } from './cpv.ts';
import { evidenceAgainst, serviceEvidence } from './evidence.ts';
import { lexiconOf, meet } from './lexicon.ts';
import { type Scanned, needEvidence, reweighed } from './needs.ts';
import { namesPlace, servesOneOperation, wholeOperationEvidence } from './operation.ts';
import { scoresOf, verdict } from './weigh.ts';
import { type Word, wordsOf } from './words.ts';

/** What a line says of its need; every part but the title may be missing, and any text is accepted. */
export interface Reading {
  readonly title: string;
  /** As written: with or without check digit, leading zero lost or not. */
  readonly cpv?: string;
  /** The landlord's own family of purchases. */
  readonly family?: string;
  /** The heading of the section that the line stands under. */
  readonly section?: string;
  /** Works, supplies, services, as written. */
  readonly nature?: string;
  readonly reference?: string;
  readonly contractId?: string;
  /** Whole duration in months. */
  readonly months?: number;
}

/** Answers kept, so that a repeated line costs nothing; forgotten all at once when there are too many. */
const KEPT_ANSWERS = 20_000;

/** A classifier under given settings. It never throws, whatever the texts; equal readings get equal answers. */
export function classifier(settings: ClassificationSettings): (reading: Reading) => Classification {
  const { wordsIn, explain, signatureOf } = reasoner(settings);
  const isAnyFixed = Object.keys(settings.contracts).length > 0;
  const answers = kept<Classification>();
  // Titles that differ by a number or by the name of a place are one need.
  const needs = kept<Classification>();
  return reading => {
    const fixed = isAnyFixed ? fixedBy(settings, reading) : undefined;
    if (fixed) return fixed;
    return answers(keyOf(reading, reading.title), () => {
      const words = wordsIn(reading.title);
      return needs(keyOf(reading, signatureOf(words)), () => explain(reading, words).classification);
    });
  };
}

/** Answers by key, each found once. */
function kept<Answer>(): (key: string, find: () => Answer) => Answer {
  const answers = new Map<string, Answer>();
  return (key, find) => {
    const known = answers.get(key);
    if (known !== undefined) return known;
    const answer = find();
    if (answers.size >= KEPT_ANSWERS) answers.clear();
    answers.set(key, answer);
    return answer;
  };
}

/** The same with its reasoning, for `categories explain`. */
export function explainer(settings: ClassificationSettings): (reading: Reading) => Explanation {
  const { wordsIn, explain } = reasoner(settings);
  return reading => explain(reading, wordsIn(reading.title));
}

interface Reasoner {
  readonly wordsIn: (text: string) => readonly Word[];
  /** What words hold for a title: equal for titles that cannot be told apart. */
  readonly signatureOf: (words: readonly Word[]) => string;
  /** `titleWords`: those of the reading's title. */
  readonly explain: (reading: Reading, titleWords: readonly Word[]) => Explanation;
}

function reasoner(settings: ClassificationSettings): Reasoner {
  const added = settings.categories ?? [];
  const lexicon = lexiconOf(added, settings.synonyms);
  const listed = listedCodes([...CATEGORIES, ...added.map(entry => entry.category)]);
  const families = new Map(Object.entries(settings.families).map(([family, id]) => [fold(family), id]));

  const wordsIn = (text: string): readonly Word[] => wordsOf(text, lexicon.restore, lexicon.vocabulary);
  const scan = (words: readonly Word[], origin: Origin): Scanned => ({
    words,
    met: meet(words, lexicon),
    origin,
  });

  const explain = (reading: Reading, titleWords: readonly Word[]): Explanation => {
    const { family = '', section = '' } = reading;
    const titled = scan(titleWords, 'title');
    const texts = [
      { scanned: titled, share: 1 },
      { scanned: scan(wordsIn(family), 'column'), share: weightOf('family') },
      { scanned: scan(wordsIn(section), 'section'), share: weightOf('section') },
    ];
    const needs = texts.flatMap(({ scanned, share }) => lighter(needEvidence(scanned), share));
    const named = new Set(needs.map(item => item.id));
    const services = texts.flatMap(({ scanned, share }) => lighter(serviceEvidence(scanned, named), share));
    const spoken = [...needs, ...services];
    const evidence = [
      ...spoken,
      ...mappedFamily(families.get(fold(family)), family),
      ...cpvEvidence(reading.cpv, listed, spoken),
      ...registerEvidence(reading),
      ...wholeOperationEvidence(titled, isShortWorks(reading)),
    ];
    const candidates = new Set(evidence.filter(item => item.weight > 0).map(item => item.id));
    for (const { scanned, share } of texts)
      evidence.push(...lighter(evidenceAgainst(scanned, candidates), share));
    const classification = fixedBy(settings, reading) ?? told(verdict(evidence), titled, reading.months);
    return { classification, evidence, scores: scoresOf(evidence) };
  };

  const signatureOf = (words: readonly Word[]): string =>
    words
      .map(word => {
        const marks = `${word.excepted ? '!' : ''}${namesPlace(word) ? '@' : ''}`;
        return `${marks}${lexicon.stems.has(word.stem) ? word.stem : '_'}`;
      })
      .join(' ');

  return { wordsIn, signatureOf, explain };
}

/** A one-off need outside works says so: the plan must not group it. */
function told(found: Classification, title: Scanned, months: number | undefined): Classification {
  const oneOff = found.id !== WORKS && found.id !== OTHER && servesOneOperation(found.id, title, months);
  return oneOff ? { ...found, oneOff: true } : found;
}

/** One contract that the lead has settled herself. */
function fixedBy({ contracts }: ClassificationSettings, reading: Reading): Classification | undefined {
  for (const key of [reading.contractId, reading.reference]) {
    if (key && Object.hasOwn(contracts, key))
      return { id: contracts[key]!, confidence: 'high', basis: 'config' };
  }
  return undefined;
}

function mappedFamily(id: CategoryId | undefined, text: string): Evidence[] {
  return id
    ? [{ id, feature: 'mapped-family', weight: weightOf('mapped-family'), origin: 'config', text }]
    : [];
}

function lighter(evidence: readonly Evidence[], share: number): Evidence[] {
  return share === 1 ? [...evidence] : evidence.map(item => reweighed(item, share));
}

function cpvEvidence(
  written: string | undefined,
  listed: ReadonlyMap<string, readonly CategoryId[]>,
  spoken: readonly Evidence[],
): Evidence[] {
  const code = cpvCode(written ?? '');
  if (!code) return [];
  const evidence: Evidence[] = cpvMeanings(code, listed).map(({ id, strength }) => {
    const feature = `cpv-${strength}` as const;
    return { id, feature, weight: weightOf(feature), origin: 'cpv', text: code };
  });
  // Trades of the building have works codes whether upkeep or operation: the words of upkeep tell them apart.
  if (code.startsWith('45') && !spoken.some(item => item.feature === 'recurring')) {
    evidence.push({
      id: WORKS,
      feature: 'works-code',
      weight: weightOf('works-code'),
      origin: 'cpv',
      text: code,
    });
  }
  return evidence;
}

/** A works code, for a few months: no upkeep is bought so. */
function isShortWorks({ cpv = '', months = 0 }: Reading): boolean {
  return months > 0 && months <= weightOf('few-months-to') && cpvCode(cpv)?.startsWith('45') === true;
}

/** What the register's own nature and duration say of a one-off operation. */
function registerEvidence({ nature = '', months = 0 }: Reading): Evidence[] {
  const evidence: Evidence[] = [];
  const add = (feature: 'nature' | 'several-years' | 'few-months', weight: number, text: string): void => {
    evidence.push({ id: WORKS, feature, weight, origin: 'register', text });
  };
  const said = fold(nature);
  if (said.startsWith('travaux')) add('nature', weightOf('nature-works'), nature);
  else if (/^(?:fourniture|service|prestation)/.test(said)) add('nature', weightOf('nature-other'), nature);
  if (months >= weightOf('several-years-from'))
    add('several-years', weightOf('several-years'), String(months));
  if (months > 0 && months <= weightOf('few-months-to'))
    add('few-months', weightOf('few-months'), String(months));
  return evidence;
}

function keyOf({ cpv, family, section, nature, months }: Reading, title: string): string {
  return `${title}\u001F${cpv ?? ''}\u001F${family ?? ''}\u001F${section ?? ''}\u001F${nature ?? ''}\u001F${months ?? ''}`;
}
