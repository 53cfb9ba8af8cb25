/**
 * The planner's default parameters: hypotheses, each with its unit, its source and its date. They are printed
 * among the plan's assumptions, and every one can be changed in the configuration.
 */
import { cents, euros } from '../domain/money.ts';
import type { Assumption } from '../domain/plan.ts';
import type { PlanSettings } from '../domain/settings.ts';

export const DEFAULT_PLAN: PlanSettings = {
  horizonMonths: 60,
  jointMonths: 48,
  individualMonths: 48,
  lastStartMonths: 48,
  deferredMonths: 12,
  extension: { maximumMonths: 6, fixed: cents(800), rate: 0.03 },
  interim: { maximumMonths: 12, fixed: cents(3_500), rate: 0.03 },
  exitRate: 0.005,
  individualProcedure: { adapted: cents(4_500), formal: cents(9_000) },
  jointProcedure: cents(12_000),
  coordinationPerMember: cents(1_500),
  savings: {
    low: 0.03,
    expected: 0.05,
    high: 0.1,
    byCategory: {},
    tiers: [
      [2, 0.5],
      [3, 0.7],
      [4, 0.85],
      [6, 1],
    ],
  },
  tendersPerKey: 2,
  launchesPerQuarter: 4,
  membersPerTender: null,
  everyMemberGains: true,
  coordinationsPerMember: null,
  excludedPairs: [],
  optOut: {},
  coordinatesAtMost: {},
  coordinates: {},
  assumedNoticeMonths: 3,
  stability: { frozenMonths: 6, perTender: cents(2_000), perContract: cents(500) },
  toleranceMonths: 2,
};

/** Sources, and the day on which they were read. */
const CHOICE = 'choix de l’outil, 2026-11';
const EXPERIENCE = 'ordre de grandeur, 2026-11, à caler sur le groupement';
const UNIHA = 'UniHA 2012 (3,3 %) et objectif 2014 (5 %) ; hypothèse, jamais une promesse, 2026-11';
const COST = 'PwC/Ecorys 2011 (5,5–6 k€ par procédure côté acheteur), Beaugé 2011 (MAPA : 6 k€), 2026-11';
const SCHOTANUS = 'p(q) = p_m + S·q^−½, reconstruit de Schotanus (Omega 2009, IPSERA 2005), 2026-11';

type Line = readonly [code: string, value: (settings: PlanSettings) => number | string, source: string];

const NO_LIMIT = 'null';

/** What each assumption is worth in given settings: euros, months, shares; the unit ends the code's name. */
const LINES: readonly Line[] = [
  ['HORIZON_MONTHS', s => s.horizonMonths, CHOICE],
  ['JOINT_MONTHS', s => s.jointMonths, 'accord-cadre : quatre ans au plus, L2125-1'],
  ['INDIVIDUAL_MONTHS', s => s.individualMonths, CHOICE],
  ['LAST_START_MONTHS', s => s.lastStartMonths, CHOICE],
  [
    'DEFERRED_MONTHS',
    s => s.deferredMonths,
    'membre nommé dès l’origine : Rép. min. QE 100136, 17/05/2011 ; durée : choix',
  ],
  [
    'EXTENSION_MAXIMUM_MONTHS',
    s => s.extension.maximumMonths,
    'moins de 10 % (15 % en travaux), R2194-8 ; plafond : choix',
  ],
  ['EXTENSION_EUROS', s => euros(s.extension.fixed), EXPERIENCE],
  ['EXTENSION_RATE', s => s.extension.rate, EXPERIENCE],
  [
    'INTERIM_MAXIMUM_MONTHS',
    s => s.interim.maximumMonths,
    'sous le seuil de dispense, R2122-8 ; durée : choix',
  ],
  ['INTERIM_EUROS', s => euros(s.interim.fixed), EXPERIENCE],
  ['INTERIM_RATE', s => s.interim.rate, EXPERIENCE],
  ['EXIT_RATE', s => s.exitRate, EXPERIENCE],
  ['PROCEDURE_ADAPTED_EUROS', s => euros(s.individualProcedure.adapted), COST],
  ['PROCEDURE_FORMAL_EUROS', s => euros(s.individualProcedure.formal), COST],
  ['PROCEDURE_JOINT_EUROS', s => euros(s.jointProcedure), COST],
  [
    'COORDINATION_EUROS',
    s => euros(s.coordinationPerMember),
    'un quart d’une procédure par membre en plus, 2026-11',
  ],
  ['SAVING_LOW', s => s.savings.low, UNIHA],
  ['SAVING_EXPECTED', s => s.savings.expected, UNIHA],
  ['SAVING_HIGH', s => s.savings.high, UNIHA],
  [
    'SAVING_BY_MEMBERS',
    s => s.savings.tiers.map(([members, share]) => `${members}:${share}`).join(' '),
    SCHOTANUS,
  ],
  ['TENDERS_PER_CATEGORY', s => s.tendersPerKey, CHOICE],
  ['LAUNCHES_PER_QUARTER', s => s.launchesPerQuarter ?? NO_LIMIT, CHOICE],
  ['MEMBERS_PER_TENDER', s => s.membersPerTender ?? NO_LIMIT, CHOICE],
  ['EVERY_MEMBER_GAINS', s => (s.everyMemberGains ? 1 : 0), CHOICE],
  ['COORDINATIONS_PER_MEMBER', s => s.coordinationsPerMember ?? NO_LIMIT, '⌈4K / membres⌉ sans limite dite'],
  [
    'ASSUMED_NOTICE_MONTHS',
    s => s.assumedNoticeMonths,
    'préavis relevés : 1 à 6 mois, 90 jours par défaut d’une commune',
  ],
  ['FROZEN_MONTHS', s => s.stability.frozenMonths, CHOICE],
  ['KEPT_TENDER_EUROS', s => euros(s.stability.perTender), CHOICE],
  ['KEPT_CONTRACT_EUROS', s => euros(s.stability.perContract), CHOICE],
  ['TOLERANCE_MONTHS', s => s.toleranceMonths, CHOICE],
];

/** The numbers that a plan with these settings rests on; a value that is not the default says so in its source. */
export function assumptionsOf(settings: PlanSettings): readonly Assumption[] {
  const general = LINES.map(([code, value, source]): Assumption => {
    const stated = value(settings);
    return { code, value: stated, source: stated === value(DEFAULT_PLAN) ? source : 'configuration' };
  });
  const byCategory = Object.entries(settings.savings.byCategory)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, rates]): Assumption => ({
      code: `SAVING_EXPECTED:${id}`,
      value: rates.expected,
      source: 'configuration',
    }));
  return [...general, ...byCategory];
}
