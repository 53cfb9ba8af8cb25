/**
 * Who gains what. A member's realised gain is its own saving and avoided procedures, less coordination, less its part
 * of the joint procedure, which is split in proportion to the gains before it: nobody who gains before loses after.
 * Beside it the Shapley value, in closed form, as a reference for fairness.
 */
import { legalNumber } from '../data/legal-rules.ts';
import { type Cents, roundCents, sumCents } from '../domain/money.ts';
import type { Coded, TenderShare } from '../domain/plan.ts';
import { type Draft, type DraftEntry, commonCosts, entriesByMember, rateOf } from './drafts.ts';
import type { Ground } from './ground.ts';
import { besidesSaving, fullRate, shareOfSaving, worth } from './worth.ts';

/** A member with this part of the volume gains less from the others than they from it (Schotanus, IPSERA 2005). */
const DOMINANT = legalNumber('DOMINANCE') / 100;
/** A realised gain this far from the reference, as a part of the tender's gain, is worth a word. */
const FAR = 0.1;

/** Splits a total in proportion to weights (equally when all are nil), in whole cents that sum to it exactly. */
export function split(total: Cents, weights: readonly number[]): Cents[] {
  const positive = weights.map(weight => Math.max(0, weight));
  const sum = positive.reduce((a, b) => a + b, 0);
  const parts = positive.map(weight => (sum > 0 ? (total * weight) / sum : total / weights.length));
  const whole = parts.map(Math.floor);
  const left = total - whole.reduce((a, b) => a + b, 0);
  const order = parts
    .map((_, k) => k)
    .sort((a, b) => parts[b]! - whole[b]! - (parts[a]! - whole[a]!) || a - b);
  for (const k of order.slice(0, left)) whole[k]! += 1;
  return whole as Cents[];
}

/** The shares of a draft's members, sorted by member; their gains sum to the draft's value. */
export function sharesOf(draft: Draft, ground: Ground): TenderShare[] {
  const { procedure, coordination } = commonCosts(draft, ground);
  const groups = entriesByMember(draft);
  const rate = rateOf(draft, ground);
  const before = groups.map(entries => (worthOf(entries, rate) - coordination) as Cents);
  const procedures = split(procedure, before);
  const gains = before.map((gain, m) => (gain - procedures[m]!) as Cents);
  const volumes = groups.map(entries => sumCents(entries.map(({ standing }) => standing.annual)));
  const volume = sumCents(volumes);
  const references = shapleyReferences(draft, groups, ground);
  const total = sumCents(gains);
  return groups.map(([first], m) => {
    const part = volume > 0 ? volumes[m]! / volume : 0;
    const reference = roundCents(references[m]!);
    return {
      member: first!.contract.member,
      annualAmount: volumes[m]!,
      volume: part,
      gain: gains[m]!,
      reference,
      flags: flagsOf(part, gains[m]!, reference, total),
    };
  });
}

function flagsOf(volume: number, gain: Cents, reference: Cents, total: Cents): Coded[] {
  const flags: Coded[] = [];
  if (volume > DOMINANT)
    flags.push({ code: 'DOMINANT_VOLUME', params: { percent: Math.round(volume * 100) } });
  if (Math.abs(gain - reference) > FAR * Math.abs(total)) {
    flags.push({ code: 'FAR_FROM_REFERENCE', params: { gainAmount: gain, referenceAmount: reference } });
  }
  return flags;
}

function worthOf(entries: readonly DraftEntry[], rate: number): number {
  return entries.reduce((sum, { valuation, way }) => sum + worth(valuation, way, rate), 0);
}

/** The same contracts and levers in every coalition; only the saving's share changes with its size. */
function shapleyReferences(
  draft: Draft,
  groups: readonly (readonly DraftEntry[])[],
  ground: Ground,
): number[] {
  const { settings } = ground;
  const { procedure, coordination } = commonCosts(draft, ground);
  const full = fullRate(draft.open.key.category, settings, 'expected');
  return shapley({
    volumes: groups.map(entries =>
      entries.reduce(
        (sum, { standing, way }) =>
          sum + (standing.annual * Math.max(0, settings.horizonMonths - way.joinMonth)) / 12,
        0,
      ),
    ),
    besides: groups.map(entries =>
      entries.reduce((sum, { valuation, way }) => sum + besidesSaving(valuation, way), 0),
    ),
    rate: size => full * shareOfSaving(size, settings),
    coordination,
    procedure,
  });
}

/** A cooperative game: what each member brings, and what a coalition of a given size makes of it. */
export interface Game {
  /** A_i: amount bought over the months in the joint contract. */
  readonly volumes: readonly number[];
  /** B_i: what it gains or loses besides the saving, from two members on. */
  readonly besides: readonly number[];
  /** s(k): saving rate of a coalition of k members; nil for one. */
  readonly rate: (size: number) => number;
  readonly coordination: number;
  readonly procedure: number;
}

/**
 * The Shapley value of v(S) = Σ_{i∈S} (s(|S|) A_i + B_i − g) − F for |S| ≥ 2, 0 otherwise. With, for any f,
 * α_f = (1/n) Σ_{k=1..n} f(k) and β_f = (1/n) Σ_{k=1..n−1} (f(k+1) − f(k)) k/(n−1):
 * φ_i = α_s A_i + β_s (A_N − A_i) + α_1 B_i + β_1 (B_N − B_i) − g − F/n, where 1(k) = 1 from two members.
 */
export function shapley({ volumes, besides, rate, coordination, procedure }: Game): number[] {
  const n = volumes.length;
  if (n < 2) return volumes.map(() => 0);
  const saving = (k: number): number => (k < 2 ? 0 : rate(k));
  const joint = (k: number): number => (k < 2 ? 0 : 1);
  const [alphaS, betaS] = coefficients(saving, n);
  const [alpha1, beta1] = coefficients(joint, n);
  const allVolumes = volumes.reduce((a, b) => a + b, 0);
  const allBesides = besides.reduce((a, b) => a + b, 0);
  return volumes.map((volume, i) => {
    const own = besides[i]!;
    return (
      alphaS * volume +
      betaS * (allVolumes - volume) +
      alpha1 * own +
      beta1 * (allBesides - own) -
      coordination -
      procedure / n
    );
  });
}

function coefficients(f: (size: number) => number, n: number): [alpha: number, beta: number] {
  let alpha = 0;
  let beta = 0;
  for (let k = 1; k <= n; k += 1) {
    alpha += f(k) / n;
    if (k < n) beta += ((f(k + 1) - f(k)) * k) / (n - 1) / n;
  }
  return [alpha, beta];
}
