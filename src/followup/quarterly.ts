/** A run, the group's decisions and what changed → what the group needs for its quarterly meeting. */
import type { Changes } from '../domain/changes.ts';
import { type Quarter, daysBetween, endOfQuarter, nextQuarter } from '../domain/day.ts';
import type { Decision } from '../domain/decision.ts';
import type { Diagnostic } from '../domain/diagnostic.ts';
import type { Outcome } from '../domain/outcome.ts';
import type { Plan, Tender, TenderId } from '../domain/plan.ts';
import type { Contradiction, Quarterly } from '../domain/quarterly.ts';
import type { Ruling } from '../domain/ruling.ts';
import { compareText } from '../domain/text.ts';
import { unplannedExpiries } from './unplanned.ts';

/** What an earlier run tells: its plan, and what changed since. */
export interface Since {
  readonly plan: Plan;
  readonly changes: Changes;
}

/** What the quarterly meeting needs to know. `rulings`: every decision of the group's register that could be read. */
export function quarterlyOf(
  outcome: Outcome,
  quarter: Quarter,
  rulings: readonly Ruling[],
  since?: Since,
): Quarterly {
  const { plan } = outcome;
  const next = nextQuarter(quarter);
  const accepted = standing(rulings, plan).flatMap(ruling =>
    ruling.kind === 'ACCEPT' ? [ruling.tender] : [],
  );
  const acceptedPlaces = new Set(accepted.map(placeOf));
  const pending = plan.tenders.filter(tender => isPending(tender, acceptedPlaces));
  const decisions = plan.decisions.filter(
    ({ status, by }) => status !== 'missed' && by <= endOfQuarter(next),
  );
  const due = new Set(decisions.map(({ tender }) => tender));
  return {
    quarter,
    next,
    contradictions: [
      ...notFollowed(outcome, rulings),
      ...notMade(outcome, accepted),
      ...otherNeeds(outcome),
      ...membersChanged(plan, accepted, since?.changes),
    ],
    launches: plan.tenders
      .filter(({ launch, frozen }) => launch <= quarter && frozen !== 'PUBLISHED' && frozen !== 'UNDER_WAY')
      .map(({ id }) => id),
    decisions,
    missed: missedSince(plan, since),
    pending: pending.map(({ id }) => id),
    pressing: pending.filter(({ id, launch }) => launch <= next || due.has(id)).map(({ id }) => id),
    unplanned: unplannedExpiries(outcome, next),
    ...(since && { changes: since.changes }),
  };
}

/** An identifier without its members: the category, territory and start (its last ten characters) that it is about. */
function placeOf(tender: TenderId): string {
  return tender.slice(0, tender.lastIndexOf('-'));
}

function isPending({ id, frozen }: Tender, acceptedPlaces: ReadonlySet<string>): boolean {
  return frozen !== 'PUBLISHED' && frozen !== 'ACCEPTED' && !acceptedPlaces.has(placeOf(id));
}

/** Decisions that no more recent one contradicts: the register keeps those that the group has gone back on. */
function standing(rulings: readonly Ruling[], { diagnostics }: Plan): readonly Ruling[] {
  const contradicted = diagnostics.filter(({ code }) => code === 'RULINGS_CONTRADICT');
  return rulings.filter(ruling => !contradicted.some(({ at }) => isAt(ruling, at.file, at.row)));
}

function isAt({ at }: Ruling, file: unknown, row: unknown): boolean {
  return at.file === file && at.row === row;
}

/** The group changed its mind: the decision gives way to one that bears a later date, and there is nothing to review. */
function isSuperseded({ code, at, params }: Diagnostic, rulings: readonly Ruling[]): boolean {
  if (code !== 'RULINGS_CONTRADICT') return false;
  const was = rulings.find(ruling => isAt(ruling, at.file, at.row))?.date;
  const is = rulings.find(ruling => isAt(ruling, params.file, params.row))?.date;
  return was !== undefined && is !== undefined && was < is;
}

/** Decisions that could not be read or followed, by place. */
function notFollowed({ diagnostics, plan }: Outcome, rulings: readonly Ruling[]): Contradiction[] {
  return [...diagnostics, ...plan.diagnostics]
    .filter(problem => problem.code.startsWith('RULING') && !isSuperseded(problem, rulings))
    .toSorted((a, b) => compareText(a.at.file, b.at.file) || (a.at.row ?? 0) - (b.at.row ?? 0))
    .map(diagnostic => ({ kind: 'not-followed', diagnostic }));
}

/** Accepted tenders whose start is to come, that the plan has no more, and of which the planner has not said so itself. */
function notMade({ asOf, diagnostics, plan }: Outcome, accepted: readonly TenderId[]): Contradiction[] {
  const places = new Set(plan.tenders.map(({ id }) => placeOf(id)));
  const said = new Set([...diagnostics, ...plan.diagnostics].map(({ value }) => value));
  return accepted
    .filter(id => !places.has(placeOf(id)) && !said.has(id) && placeOf(id).slice(-asOf.length) > asOf)
    .map(id => ({ kind: 'not-made', accepted: id }));
}

/** Contracts of settled tenders that the registers now show as another need. */
function otherNeeds({ contracts, plan }: Outcome): Contradiction[] {
  const categoryOf = new Map(contracts.map(({ id, category }) => [id, category.id]));
  return plan.tenders
    .filter(({ frozen }) => frozen !== undefined)
    .flatMap(({ id, category, participations }) =>
      participations.flatMap(({ contract }): Contradiction[] => {
        const now = categoryOf.get(contract);
        return now === undefined || now === category
          ? []
          : [{ kind: 'other-need', tender: id, contract, category: now }];
      }),
    );
}

/** Tenders whose members are no longer those that the group accepted, and has not confirmed since. */
function membersChanged(
  { tenders }: Plan,
  accepted: readonly TenderId[],
  changes: Changes | undefined,
): Contradiction[] {
  return accepted.flatMap(id => {
    if (tenders.some(tender => tender.id === id)) return [];
    const now = tenders.find(tender => placeOf(tender.id) === placeOf(id));
    if (!now || accepted.includes(now.id)) return [];
    const change = changes?.tenders.find(({ was }) => was === id);
    const { membersIn = [], membersOut = [] } = change ?? {};
    return [{ kind: 'members-changed', accepted: id, now: now.id, membersIn, membersOut }];
  });
}

/** What was missed; with an earlier plan, only since then. By day. */
function missedSince({ asOf, decisions }: Plan, since: Since | undefined): Decision[] {
  const missed = decisions.filter(({ status }) => status === 'missed');
  if (!since) return missed;
  const now = missed.filter(({ by }) => by >= since.plan.asOf);
  const told = new Set(now.map(deadlineKey));
  const lost = since.changes.decisions
    .filter(({ outcome }) => outcome === 'missed')
    .map(({ decision, contracts }): Decision => ({
      ...decision,
      contracts: contracts.length > 0 ? contracts : decision.contracts,
      status: 'missed',
      margin: daysBetween(asOf, decision.by),
    }))
    .filter(decision => !told.has(deadlineKey(decision)));
  return [...now, ...lost].toSorted(
    (a, b) => compareText(a.by, b.by) || compareText(deadlineKey(a), deadlineKey(b)),
  );
}

/** One deadline of a member about contracts, whatever the earlier plan and the later one call the act. */
function deadlineKey({ by, member, contracts }: Decision): string {
  return [by, member, ...contracts].join(' ');
}
