/** What changed between two runs, for other programs: amounts in euros, codes with their parameters. */
import type { Changes, Pair } from '../../domain/changes.ts';
import type { Coded } from '../../domain/code.ts';
import { type Cents, euros } from '../../domain/money.ts';
import type { Texts } from '../../i18n/texts.ts';
import { decisionJson } from '../formats/json/json.ts';
import { paramsJson } from '../formats/json/tender.ts';
import type { ChangesDocument } from '../schema/changes.ts';
import { SCHEMA_VERSION } from '../schema/register.ts';

/** `diff --format json`, and `changes.json` of the quarterly report. */
export function changesJson(changes: Changes, texts: Texts): string {
  const value: ChangesDocument = {
    schemaVersion: SCHEMA_VERSION,
    asOf: changes.asOf,
    objective: pair(changes.objective),
    membersIn: changes.membersIn,
    membersOut: changes.membersOut,
    contracts: changes.contracts.map(change => ({ ...change, what: change.what.map(coded) })),
    tenders: changes.tenders.map(change => ({
      ...change,
      gain: pair(change.gain),
      contractsOut: change.contractsOut.map(({ contract, now }) => ({
        contract,
        now: now.kind === 'alone' ? { kind: now.kind, reason: coded(now.reason) } : now,
      })),
      why: change.why.map(coded),
    })),
    decisions: changes.decisions.map(({ decision, outcome, contracts }) => ({
      outcome,
      ...decisionJson(decision, texts),
      contracts: contracts.length > 0 ? contracts : decision.contracts,
    })),
    files: changes.files,
    layouts: changes.layouts.map(layout => ({
      ...layout,
      what: layout.what.map(({ field, ...rest }) => ({ ...coded(rest), ...(field && { field }) })),
    })),
    quality: changes.quality,
  };
  return `${JSON.stringify(value, null, 2)}\n`;
}

function pair({ before, after }: Pair<Cents>): Pair<number> {
  return { before: euros(before), after: euros(after) };
}

function coded<Code extends string>({ code, params }: Coded<Code>): Coded<Code> {
  return { code, params: paramsJson(params) };
}
