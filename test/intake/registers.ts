/** Small registers written in the tests themselves, and what is read of them. */
import type { Contract, MemberId } from '../../src/domain/contract.ts';
import { type Day, day } from '../../src/domain/day.ts';
import type { IntakeSettings, MemberSettings } from '../../src/domain/settings.ts';
import type { SourceFile } from '../../src/domain/source.ts';
import { type Intake, readContracts } from '../../src/intake/intake.ts';

export const AS_OF = day('2026-11-22');

export const NO_SETTINGS: IntakeSettings = {
  members: [],
  mappings: [],
  classification: { families: {}, synonyms: {}, contracts: {} },
};

/** A file of lines; a line is text with `;` between its cells. */
export function fileOf(path: string, lines: readonly string[]): SourceFile {
  return { path, bytes: new TextEncoder().encode(lines.join('\r\n')) };
}

/** Reads one file, `habitat-test.csv`. */
export function readLines(
  lines: readonly string[],
  settings: Partial<IntakeSettings> = {},
  asOf: Day = AS_OF,
): Promise<Intake> {
  return readContracts([fileOf('habitat-test.csv', lines)], { ...NO_SETTINGS, ...settings }, asOf);
}

/** The only contract of one file of one line. */
export async function readOne(
  heading: string,
  line: string,
  settings: Partial<IntakeSettings> = {},
): Promise<Contract> {
  const { contracts } = await readLines([heading, line], settings);
  if (contracts.length !== 1) throw new Error(`${contracts.length} contracts`);
  return contracts[0]!;
}

export const codesOf = ({ diagnostics }: Pick<Intake, 'diagnostics'>): string[] =>
  diagnostics.map(({ code }) => code);

export function memberOf(id: string, name: string, others: Partial<MemberSettings> = {}): MemberSettings {
  return { id: id as MemberId, name, aliases: [], files: [], territories: [], ...others };
}

/** True when every row of every table went somewhere, and the rows left out are those counted. */
export function addsUp({ sources, leftOut, contracts }: Intake): boolean {
  const each = sources.every(
    ({ rows, contracts: kept, duplicates, skipped, rejected }) =>
      rows === kept + duplicates + skipped + rejected,
  );
  const total = (key: 'contracts' | 'duplicates' | 'skipped' | 'rejected'): number =>
    sources.reduce((sum, source) => sum + source[key], 0);
  const left = (kind: string): number => leftOut.filter(({ why }) => why.kind === kind).length;
  return (
    each &&
    total('contracts') === contracts.length &&
    total('duplicates') === left('duplicate') &&
    total('skipped') === left('skipped') &&
    total('rejected') === left('rejected')
  );
}

/** A contract without the place that it was read from. */
export function placeless(contract: Contract): Omit<Contract, 'source'> {
  const { source: _, ...rest } = contract;
  return rest;
}
