/** The reasoning behind a classification: each reason with its weight, and what they add up to. */
import type { CategoryId, Classification } from './category.ts';

/** Where a reason comes from. `column`: the landlord's own family. `register`: nature, duration. */
export type Origin = 'title' | 'column' | 'section' | 'cpv' | 'config' | 'register';

/** What a reason is; each weighs what `data/tables` says. */
export type Feature =
  | 'synonym'
  | 'name'
  | 'together'
  | 'abbreviation'
  | 'abbreviation-alone'
  | 'broad'
  | 'hint'
  | 'act'
  | 'one-off'
  | 'recurring'
  | 'whole-operation'
  | 'exclusion'
  | 'other-act'
  | 'mapped-family'
  | 'cpv-strong'
  | 'cpv-medium'
  | 'cpv-weak'
  | 'works-code'
  | 'nature'
  | 'several-years'
  | 'few-months';

/** One reason for (positive weight) or against (negative) a category. */
export interface Evidence {
  readonly id: CategoryId;
  readonly weight: number;
  readonly origin: Origin;
  readonly feature: Feature;
  /** The words, the code or the value that it rests on. */
  readonly text: string;
}

/** A category and the sum of the reasons for and against it. */
export interface Score {
  readonly id: CategoryId;
  readonly weight: number;
}

/** A classification with the reasoning that leads to it. */
export interface Explanation {
  readonly classification: Classification;
  /** In the order in which it was met: title, family, section, configuration, code, register; then what speaks against. */
  readonly evidence: readonly Evidence[];
  /** Every category with some evidence, heaviest first. */
  readonly scores: readonly Score[];
}
