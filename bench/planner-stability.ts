/**
 * How much of a plan survives better data: the ends of half the contracts move by up to two months, and the plan is
 * made again, without and with the earlier plan. A tender is kept when its category still starts on the same day.
 * What that costs is told in two parts, against the best plan of the new data: what the freeze costs by itself (tenders
 * about to launch keep their starts, nothing else is preferred), and what preferring the earlier plan costs beyond it.
 * Bar: at least 85 % of the tenders kept for at most 1 % of the value. Usage: npm run bench -- planner-stability [seeds]
 */
import { type PlannerSettings, planTenders } from '../src/align/align.ts';
import { DEFAULT_CALENDAR } from '../src/data/calendar-defaults.ts';
import { DEFAULT_PLAN } from '../src/data/defaults.ts';
import { ZERO } from '../src/domain/money.ts';
import type { Plan } from '../src/domain/plan.ts';
import { instance, perturbed } from './instances.ts';

const SEEDS = Number(process.argv[2] ?? 20);

for (const frozenMonths of [0, DEFAULT_PLAN.stability.frozenMonths]) {
  for (const [members, launchesPerQuarter] of [
    [3, 2],
    [3, 4],
    [6, 2],
    [6, 4],
  ] as const) {
    const settingsWith = (stability: Partial<typeof DEFAULT_PLAN.stability>): PlannerSettings => ({
      plan: { ...DEFAULT_PLAN, launchesPerQuarter, stability: { ...DEFAULT_PLAN.stability, ...stability } },
      calendar: DEFAULT_CALENDAR,
    });
    const settings = settingsWith({ frozenMonths });
    const indifferent = settingsWith({ frozenMonths, perTender: ZERO, perContract: ZERO });
    let [without, with_, freeze, preference, frozen] = [0, 0, 0, 0, 0];
    for (let seed = 1; seed <= SEEDS; seed += 1) {
      const before = instance({ members, categories: 40 }, seed);
      const after = perturbed(before, seed, 0.5, 2);
      const first = planTenders(before, settings, before);
      const fresh = planTenders(after, settings, after);
      const steady = planTenders(after, settings, { ...after, previous: first });
      const bound = planTenders(after, indifferent, { ...after, previous: first });
      const best = fresh.optimality.objective;
      without += kept(first, fresh) / SEEDS;
      with_ += kept(first, steady) / SEEDS;
      freeze += (best - bound.optimality.objective) / best / SEEDS;
      preference += (bound.optimality.objective - steady.optimality.objective) / best / SEEDS;
      frozen += steady.tenders.filter(tender => tender.frozen).length / steady.tenders.length / SEEDS;
    }
    const percent = (part: number): string => `${(100 * part).toFixed(1)} %`;
    process.stdout.write(
      `${members} × 40, K ${launchesPerQuarter}, frozen ${frozenMonths} months ahead (${percent(frozen)} of the tenders): ` +
        `kept ${percent(without)} without the earlier plan, ${percent(with_)} with it; of the value, ` +
        `the freeze takes ${percent(freeze)} and the preference ${percent(preference)}\n`,
    );
  }
}

function kept(first: Plan, second: Plan): number {
  const places = new Set(second.tenders.map(({ category, start }) => `${category} ${start}`));
  const same = first.tenders.filter(({ category, start }) => places.has(`${category} ${start}`));
  return same.length / first.tenders.length;
}
