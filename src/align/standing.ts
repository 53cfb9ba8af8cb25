/**
 * Where a contract stands on the as-of day: the ends at which it can still stop, which of them need an act and by
 * when, and how far it may be prolonged. Computed once a contract; `levers` reads it for every joint start.
 */
import type { Category } from '../domain/category.ts';
import type { Contract } from '../domain/contract.ts';
import { type Day, addMonths, monthsBetween } from '../domain/day.ts';
import type { Cents } from '../domain/money.ts';
import type { PlanSettings } from '../domain/settings.ts';
import { type Notice, type Term, exitsOf } from '../domain/term.ts';
import { fold } from '../domain/text.ts';
import { amendedMonthsOf, initialMonthsOf } from './amendments.ts';
import type { Exit } from './dates.ts';
import type { Ground } from './ground.ts';
import { longestExtensionMonths } from './legal.ts';

export interface Standing {
  readonly asOf: Day;
  readonly contract: Contract;
  readonly category: Category;
  /** One year, excluding VAT. */
  readonly annual: Cents;
  /** The final end; absent when there is none in sight (open-ended, or renewed without cap). */
  readonly final?: Exit;
  /** Months from as-of to the final end; `Infinity` without one. */
  readonly finalMonth: number;
  /** Ends before the final one, ascending, whose notice can still be given. */
  readonly exits: readonly Exit[];
  /** Ends before the final one whose notice is passed. */
  readonly closed: readonly Exit[];
  /** Notice owed by an open-ended contract, which can stop on any day. */
  readonly anyDay?: Notice;
  /** The register gives no notice: the one used is the setting's. */
  readonly noticeAssumed: boolean;
  /** An express contract that can no longer be renewed: the deadline to say so is past. */
  readonly renewalLapsed?: Day;
  /** Last day that an amendment may reach, as a number. */
  readonly extendedUntil: number;
  /** Last day that a bridging contract may reach, as a number. */
  readonly bridgedUntil: number;
  /** An extension would carry the whole term beyond 48 months: not allowed if it is a framework agreement. */
  readonly beyondFramework: boolean;
  /** Thresholds in force at the final end, in cents: what an amendment and a bridging contract must stay under. */
  readonly formal: number;
  readonly waiver: number;
}

/** What a contract lacks for the planner to place it. */
export type Missing = 'amount' | 'end';

/** What the planner needs of a contract and its register does not say. */
export function missingOf({ amount, term }: Contract): Missing | undefined {
  if (amount?.annual === undefined) return 'amount';
  return term.currentEnd || term.openEnded ? undefined : 'end';
}

/**
 * Reads the term of a contract that lacks nothing on the as-of day. Nothing is supposed but the notice of a tacit
 * contract whose register gives none (`assumedNoticeMonths`, marked by `noticeAssumed`).
 */
export function standingOf(contract: Contract, category: Category, ground: Ground): Standing {
  const { settings, asOf } = ground;
  const { term } = contract;
  const notice = noticeOf(term, settings);
  const exit = (end: Day): Exit => ground.dates.exit(end, notice);
  const until = addMonths(asOf, settings.lastStartMonths + settings.deferredMonths);
  const ends = exitsOf(term, until).map(exit);
  const lapsed = lapsedRenewal(term, ends[0], asOf);
  const finalEnd = lapsed ? term.currentEnd : term.openEnded ? undefined : term.latestEnd;
  const before = lapsed ? [] : ends.filter(({ end }) => end !== finalEnd);
  const final = finalEnd && exit(finalEnd);
  return {
    asOf,
    contract,
    category,
    annual: contract.amount!.annual!,
    ...(final && { final }),
    finalMonth: final ? final.month : Infinity,
    exits: before.filter(({ deadline }) => deadline >= asOf),
    closed: before.filter(({ deadline }) => deadline < asOf),
    ...(term.openEnded && notice && { anyDay: notice }),
    noticeAssumed: notice !== undefined && notice !== term.notice,
    ...(lapsed && { renewalLapsed: lapsed }),
    ...prolongations(contract, category, final, ground),
  };
}

/** Renewals that must be taken, in so many words, for an express contract to run until `end`. */
export function renewalsUntil(standing: Standing, end: Day): readonly Exit[] {
  if (standing.contract.term.renewal !== 'express') return [];
  return standing.exits.filter(exit => exit.end < end);
}

/** A tacit (or open-ended) contract owes a notice; an express one only ends unless renewed in time. */
function noticeOf(term: Term, settings: PlanSettings): Notice | undefined {
  if (term.notice) return term.notice;
  return term.renewal === 'tacit' || term.openEnded ? { months: settings.assumedNoticeMonths } : undefined;
}

/** The day on which the renewal of an express contract had to be decided at the latest, when it is past. */
function lapsedRenewal(term: Term, current: Exit | undefined, asOf: Day): Day | undefined {
  const express = term.renewal === 'express' && current !== undefined && current.end !== term.latestEnd;
  return express && current.deadline < asOf ? current.deadline : undefined;
}

type Prolongations = Pick<
  Standing,
  'extendedUntil' | 'bridgedUntil' | 'beyondFramework' | 'formal' | 'waiver'
>;

/** How far an amendment (R2194-8) or a bridging contract (R2122-8) may carry a contract past its final end. */
function prolongations(
  contract: Contract,
  category: Category,
  final: Exit | undefined,
  { settings, dates }: Ground,
): Prolongations {
  if (!final) return { extendedUntil: 0, bridgedUntil: 0, beyondFramework: false, formal: 0, waiver: 0 };
  const whole = contract.term.start && monthsBetween(contract.term.start, final.next);
  const framework = isFramework(contract.title) ? whole : undefined;
  const initialMonths = initialMonthsOf(contract.term);
  const allowed =
    initialMonths === undefined
      ? 0
      : longestExtensionMonths({
          initialMonths,
          nature: category.nature,
          earlierMonths: amendedMonthsOf(contract.term),
          ...(framework !== undefined && { frameworkMonths: framework }),
        });
  const extensionMonths = Math.min(allowed, settings.extension.maximumMonths);
  return {
    extendedUntil: dates.monthsAfter(final.next, extensionMonths),
    bridgedUntil: dates.monthsAfter(final.next, settings.interim.maximumMonths),
    formal: dates.formal(final.end, category.nature),
    waiver: dates.waiver(final.end, category.nature),
    beyondFramework: framework === undefined && whole !== undefined && whole + extensionMonths > 48,
  };
}

/** A title that says in so many words that the contract is a framework agreement (accord-cadre). */
function isFramework(title: string): boolean {
  return /\b(accords? cadres?|bons? de commandes?)\b/.test(fold(title));
}
