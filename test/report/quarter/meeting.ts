/** The quarterly report of a demonstration group, whose earlier run is the same with a few contracts otherwise. */
import type { Contract } from '../../../src/domain/contract.ts';
import { type Quarter, day } from '../../../src/domain/day.ts';
import type { Outcome } from '../../../src/domain/outcome.ts';
import { changesBetween } from '../../../src/followup/changes.ts';
import { quarterlyOf } from '../../../src/followup/quarterly.ts';
import type { QuarterlyOutcome } from '../../../src/report/quarter/subject.ts';
import { withContracts } from '../fixture.ts';

/** As the registers and the plan were: one contract in seven under another holder, the first one not there yet. */
export function earlierOf(outcome: Outcome): Outcome {
  const other = withContracts(outcome, contract =>
    outcome.contracts.indexOf(contract) % 7 === 1 ? { ...contract, supplier: 'Ancien titulaire' } : contract,
  );
  const asOf = day('2026-08-24');
  const tenders = outcome.plan.tenders.slice(1);
  return { ...other, asOf, contracts: other.contracts.slice(1), plan: { ...outcome.plan, asOf, tenders } };
}

export function meetingOf(
  outcome: Outcome,
  before = earlierOf(outcome),
): QuarterlyOutcome & { kind: 'quarter' } {
  const since = { plan: before.plan, changes: changesBetween(before, outcome) };
  const accepted = outcome.plan.tenders.slice(0, 1).map(({ id }) => ({
    kind: 'ACCEPT' as const,
    // Of other members: a decision to review.
    tender: `${id.slice(0, -8)}00000000` as typeof id,
    at: { file: 'decisions.csv', row: 2 },
  }));
  const quarterly = quarterlyOf(outcome, '2027-Q1' as Quarter, accepted, since);
  return { kind: 'quarter', ...outcome, quarterly, before };
}

/** Every text that a register gives, replaced. */
export function hostile(outcome: Outcome, text: string): Outcome {
  const change = (contract: Contract): Contract => ({
    ...contract,
    title: text,
    reference: text,
    supplier: text,
    source: { ...contract.source, file: text },
  });
  const members = outcome.members.map(member => ({ ...member, name: text }));
  const sources = outcome.sources.map(source => ({
    ...source,
    file: text,
    columns: source.columns.map(column => ({ ...column, heading: text })),
  }));
  return { ...withContracts(outcome, change), members, sources, group: text };
}
